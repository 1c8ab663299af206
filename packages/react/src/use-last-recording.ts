import type { AnyClient, SessionStorage } from "@agora-edge/core";
import { recordingKey } from "@agora-edge/core/page";
import { useContext, useInsertionEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { LastRecording } from "./last-recording.ts";
import { findLastRecording, lastRecordingStore } from "./last-recordings.ts";
import { DefaultsContext } from "./session/client-context.ts";
import { type RecordingName, useClient } from "./use-status.ts";

/** Options of `useLastRecording`. */
export interface UseLastRecordingOptions {
  /**
   * Where it is kept, under the key with `:last` after it. Default: the `storage` of the session's options, or of the
   * `AgoraProvider`; without one it is kept as long as the page. The first one that is given for a key counts. The record grows with the number of files.
   */
  storage?: SessionStorage | undefined;
  /** Wins over the client of the session's options, and that of the `AgoraProvider`. */
  client?: AnyClient | undefined;
}

/** What `useLastRecording` returns. */
export interface UseLastRecordingResult {
  /** Null: none has ended yet, it was forgotten, or storage was not read yet. */
  readonly last: LastRecording | null;
  /** Forgets it, for all components and in storage. */
  readonly forget: () => void;
}

const getNull = () => null;

/**
 * How the last recording of a key ended, with its files, also after a reload. A session forgets it then: its storage
 * names only what may still run. Kept from the first component with this hook on, as long as the page has the session: a
 * component may leave before the end, and may come when it is `stopped` already. It only looks: it is no user of the session.
 *
 * @param of the options of the session, with their `storage` and `client`; or its channel and uid; or its key
 * @example
 * const recording = useRecordingSession(options);
 * const { last, forget } = useLastRecording(options);
 * const files = recording.status === "idle" ? (last?.files ?? []) : recording.files;
 */
export function useLastRecording(
  of: string | (RecordingName & UseLastRecordingOptions),
  options: UseLastRecordingOptions = {},
): UseLastRecordingResult {
  const session: UseLastRecordingOptions = typeof of === "string" ? {} : of;
  const client = useClient("useLastRecording", options.client ?? session.client);
  const provided = useContext(DefaultsContext).storage;
  const key = typeof of === "string" ? of : recordingKey(client.appId, of);
  const storage = options.storage ?? session.storage ?? provided;
  // One that is made anew in every render is no other one.
  const given = useRef(storage);
  useInsertionEffect(() => {
    given.current = storage;
  });
  const isGiven = storage !== undefined;
  const [subscribe, getSnapshot, forget] = useMemo(
    () => [
      (listener: () => void) =>
        lastRecordingStore(client, key).subscribe(listener, isGiven ? given.current : undefined),
      () => findLastRecording(client, key)?.getSnapshot() ?? null,
      () => lastRecordingStore(client, key).forget(given.current),
    ],
    [client, key, isGiven],
  );
  const last = useSyncExternalStore(subscribe, getSnapshot, getNull);
  return { last, forget };
}
