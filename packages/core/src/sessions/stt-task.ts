import { sttAgentsPort, sttTasksPort } from "../effects/services.ts";
import type { ClientWith } from "../client/service-client.ts";
import type { SessionSnapshot } from "../machine/snapshot-types.ts";
import { sttBotUids } from "../stt/bot-uids.ts";
import type { SttUpdateFields } from "../stt/types/update.ts";
import type { SttTaskVersion, SttVersion } from "../stt/types/version.ts";
import type { PrepareContext } from "./options.ts";
import { createSession } from "./session.ts";
import type { Session } from "./session-type.ts";
import { nameOf, sttKey } from "./stt-key.ts";
import type { SttBuilderTaskOptions, SttSessionOptions } from "./stt-options.ts";

/** The service of a generation: v7 has agents, the older ones have tasks. */
export type SttServiceOf<Version extends SttVersion> = Version extends "v7" ? "sttAgents" : "sttTasks";

/** The client that a transcription of these generations needs. */
export type SttClient<Version extends SttVersion = SttVersion> = [Version] extends ["v7"]
  ? ClientWith<"sttAgents">
  : [Version] extends [SttTaskVersion]
    ? ClientWith<"sttTasks">
    : ClientWith<"sttAgents" | "sttTasks">;

/** What a transcription session shows. */
export type SttSnapshot<Version extends SttVersion = SttVersion> = SessionSnapshot<SttServiceOf<Version>>;

/**
 * One transcription after another under one key. The life cycle is that of a recording; v7 has no leases, so that
 * `acquiring`, `acquired` and `expired` do not occur there.
 */
export interface SttTask<Version extends SttVersion = SttVersion> extends Session<SttServiceOf<Version>> {
  /** Replaces the fields that are given. One after another, five seconds apart. */
  update(this: void, fields: SttUpdateFields<Version>): Promise<void>;
  /** Uids of the bots in the channel, so that an app does not show them as people. Empty until a `request` function was asked. */
  readonly botUids: () => readonly string[];
  /** Options of the next start. Key, storage and monitor stay what they were. */
  configure(this: void, options: SttSessionOptions<Version>): void;
}

/** Inside, the generation is known at run time only. */
function createTask(client: SttClient, given: SttSessionOptions): SttTask {
  const { appId, sttAgents, sttTasks } = client;
  let wanted = given;
  /** Those of the start that is under way. */
  let asked = wanted;
  const begin = (): SttSessionOptions => {
    asked = wanted;
    return asked;
  };
  const key = sttKey(appId, wanted);
  let bots = typeof wanted.request === "function" ? [] : sttBotUids(wanted.request);
  const prepare = async (context: PrepareContext): Promise<unknown> => {
    const request: unknown = typeof asked.request === "function" ? await asked.request(context) : asked.request;
    bots = sttBotUids(request);
    return request;
  };
  const setup = { client, appId, key, prepare, options: wanted };
  const session =
    wanted.version === "v7"
      ? createSession({
          ...setup,
          service: "sttAgents",
          port: sttAgentsPort(sttAgents),
          target: () => ({ name: nameOf(begin()), version: "v7" }),
        })
      : createSession({
          ...setup,
          service: "sttTasks",
          port: sttTasksPort(sttTasks, () => asked as SttBuilderTaskOptions),
          target: () => ({ instanceId: nameOf(begin()), version: asked.version as SttTaskVersion }),
        });
  const update = (fields: SttUpdateFields): Promise<void> =>
    session.change((handle, call) =>
      handle.version === "v7" ? sttAgents.update(handle, fields, call) : sttTasks.update(handle, fields, call),
    );
  const { change: _, ...shared } = session;
  return {
    ...shared,
    update,
    botUids: () => bots,
    configure(next: SttSessionOptions) {
      wanted = next;
    },
  };
}

/**
 * A transcription that cannot be lost, of any generation.
 *
 * @param client made by `createAgoraClient`, or by `createSttAgents` (v7) or `createSttTasks` (the other generations)
 * @throws AgoraError of kind `invalid-config` when `request` is a function and `name` (v7) or `instanceId` is missing
 */
export function createSttTask<const Version extends SttVersion>(
  client: SttClient<Version>,
  given: SttSessionOptions<Version>,
): SttTask<Version> {
  return createTask(client as SttClient, given);
}
