import { sttBotUids } from "../../stt/bot-uids.ts";
import type { SttVersion } from "../../stt/types/version.ts";
import { nameOf, sttKey } from "../stt-key.ts";
import type { SttSessionOptions } from "../stt-options.ts";
import type { createSttTask as createWhole, SttClient, SttTask } from "../stt-task.ts";
import { createSessionOnDemand } from "./session.ts";

let create: typeof createWhole | undefined;

async function load(): Promise<typeof createWhole> {
  create ??= (await import("./whole-stt-task.ts")).createSttTask;
  return create;
}

/** Loads the code of transcription sessions before the first one needs it, as `preloadRecordingSession` does. */
export async function preloadSttTask(): Promise<void> {
  await load();
}

/**
 * A transcription that cannot be lost, of any generation. What it is made of is loaded with the first command, or when
 * storage names a transcription.
 *
 * @param client made by `createPageClient`
 * @throws AgoraError of kind `invalid-config` when `request` is a function and `name` (v7) or `instanceId` is missing
 */
export function createSttTask<const Version extends SttVersion>(
  client: SttClient<Version>,
  given: SttSessionOptions<Version>,
): SttTask<Version> {
  return create ? create(client, given) : sttTaskOnDemand(client, given);
}

/** A task whose code is not loaded yet. Inside, the generation is known at run time only. */
function createTask(client: SttClient, options: SttSessionOptions): SttTask {
  const { appId } = client;
  let wanted = options;
  const { version } = options;
  const [service, target, status] =
    version === "v7"
      ? (["sttAgents", { name: nameOf(options), version }, "starting"] as const)
      : (["sttTasks", { instanceId: nameOf(options), version }, "acquiring"] as const);
  const { session, run, peek } = createSessionOnDemand<"sttAgents" | "sttTasks", SttTask>({
    client,
    appId,
    service,
    key: sttKey(appId, options),
    target,
    options,
    status,
    code: async () => {
      const createLoaded = await load();
      return () => {
        const created = createLoaded<SttVersion>(client, options);
        created.configure(wanted);
        return created;
      };
    },
  });
  return {
    ...session,
    update: (fields: Parameters<SttTask["update"]>[0]) => run((one) => one.update(fields)),
    botUids: () => peek()?.botUids() ?? (typeof wanted.request === "function" ? [] : sttBotUids(wanted.request)),
    configure(next: SttSessionOptions) {
      wanted = next;
      peek()?.configure(next);
    },
  };
}

/** A transcription whose code is loaded later, even if it is there already. */
export function sttTaskOnDemand<const Version extends SttVersion>(
  client: SttClient<Version>,
  given: SttSessionOptions<Version>,
): SttTask<Version> {
  return createTask(client as SttClient, given);
}
