import type { ClientWith } from "../../client/service-client.ts";
import type { RecordingMode } from "../../recording/types/mode.ts";
import { recordingKey } from "../recording-key.ts";
import type {
  createRecordingSession as createWhole,
  RecordingSession,
  RecordingSessionOptions,
} from "../recording-session.ts";
import { createSessionOnDemand } from "./session.ts";

let create: typeof createWhole | undefined;

async function load(): Promise<typeof createWhole> {
  create ??= (await import("./whole-recording-session.ts")).createRecordingSession;
  return create;
}

/**
 * Loads the code of recording sessions before the first one needs it: when the page is idle, say, so that the first start
 * does not wait for it, and a page that stays open can start after its server has a new edition.
 */
export async function preloadRecordingSession(): Promise<void> {
  await load();
}

/**
 * A recording that cannot be lost: `start()` gets the lease, stores what it is about to do, and tells the truth about it
 * until the end. What it is made of is loaded with the first command, or when storage names a recording.
 *
 * @param client made by `createPageClient`
 */
export function createRecordingSession<const Mode extends RecordingMode>(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions<Mode>,
): RecordingSession<Mode> {
  return create ? create(client, options) : recordingOnDemand(client, options);
}

/** One whose code is not there yet. */
export function recordingOnDemand<const Mode extends RecordingMode>(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions<Mode>,
): RecordingSession<Mode> {
  const { appId } = client;
  const { cname, uid, mode } = options;
  let wanted = options;
  const { session, run, peek } = createSessionOnDemand<"recording", RecordingSession<Mode>>({
    client,
    appId,
    service: "recording",
    key: recordingKey(appId, options),
    target: { cname, uid, mode },
    options,
    status: "acquiring",
    code: async () => {
      const createLoaded = await load();
      return () => {
        const created = createLoaded(client, options);
        created.configure(wanted);
        return created;
      };
    },
  });
  return {
    ...session,
    update: (clientRequest) => run((one) => one.update(clientRequest)),
    updateLayout: (clientRequest) => run((one) => one.updateLayout(clientRequest)),
    configure(next) {
      wanted = next;
      peek()?.configure(next);
    },
  };
}
