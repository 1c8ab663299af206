import type { ClientWith, RecordingSession, RecordingSessionOptions, RecordingSnapshot } from "@agora-edge/core";
import { createRecordingSession, idleSnapshot, recordingKey, sessionsOf } from "@agora-edge/core/page";

export interface RecordingCommands {
  readonly start: () => void;
  readonly stop: () => void;
}

export interface RecordingStore extends RecordingCommands {
  readonly getSnapshot: () => RecordingSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
}

/** One recording. Everybody who names the same channel and uid shares it. */
export function recordingStore(client: ClientWith<"recording">, options: RecordingSessionOptions): RecordingStore {
  const cache = sessionsOf(client);
  const key = recordingKey(client.appId, options);
  const create = (restore?: object) => createRecordingSession(client, restore ? { ...options, restore } : options);
  // Made by the first who subscribes or calls, and not while a server renders.
  const open = () => cache.ensure({ service: "recording", key, storage: options.storage, create });
  // The snapshot shows why it failed.
  const run = (command: (session: RecordingSession) => Promise<unknown>) =>
    void open()
      .run(command)
      .catch(() => {});
  return {
    getSnapshot: () => cache.get("recording", key)?.session.getSnapshot() ?? idleSnapshot,
    subscribe: (listener) => open().use(listener),
    start: () => run((session) => session.start()),
    stop: () => run((session) => session.stop()),
  };
}
