import type {
  AnyClient,
  RecordingFile,
  RecordingHandle,
  RecordingSnapshot,
  SessionEnding,
  SessionStorage,
} from "@agora-edge/core";
import { recordingKey } from "@agora-edge/core/page";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import { DefaultsContext } from "./session/client-context.ts";
import { useClient, useRecordingStatus } from "./use-status.ts";

/** How the last recording of a key ended. */
export interface LastRecording {
  readonly handle: RecordingHandle;
  /** When the service took the start, in ms since the epoch. */
  readonly startedAt: number;
  readonly ending: SessionEnding;
  readonly files: readonly RecordingFile[];
  /** How far the files are, as the snapshot says it. */
  readonly upload: string | null;
}

export interface UseLastRecordingOptions {
  /** Where it is kept, under the key with `:last` after it. Default: the `storage` of the `AgoraProvider`; without one nothing is kept. */
  storage?: SessionStorage | undefined;
  /** Wins over the client of the `AgoraProvider`. */
  client?: AnyClient | undefined;
}

export interface UseLastRecordingResult {
  /** Null: none has ended yet, it was forgotten, or storage was not read yet. */
  readonly last: LastRecording | null;
  /** Forgets it, here and in storage. */
  readonly forget: () => void;
}

/** What is stored; null where it is nothing of the kind. */
function read(text: unknown): LastRecording | null {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
    return isLastRecording(value) ? value : null;
  } catch {
    return null;
  }
}

// Written below: what a component goes through is looked at, so that nothing of another origin breaks a page.
function isLastRecording(value: unknown): value is LastRecording {
  if (typeof value !== "object" || value === null || !("handle" in value) || !("files" in value)) return false;
  const { handle, files } = value;
  const isFile = (file: unknown) => typeof file === "object" && file !== null && "fileName" in file;
  return typeof handle === "object" && handle !== null && Array.isArray(files) && files.every(isFile);
}

function outcomeOf(snapshot: RecordingSnapshot): LastRecording | null {
  if (snapshot.status !== "stopped") return null;
  const { handle, startedAt, ending, files, upload } = snapshot;
  return { handle, startedAt, ending, files, upload };
}

/**
 * How the last recording of a key ended, with its files, also after a reload. A session forgets it then: its storage
 * names only what may still run. Kept while a component with this hook is mounted when the recording ends.
 *
 * @param of the key of the session, or its channel and uid
 * @example
 * const recording = useRecordingSession(options);
 * const { last, forget } = useLastRecording(options);
 * const files = recording.status === "idle" ? (last?.files ?? []) : recording.files;
 */
export function useLastRecording(
  of: string | { readonly cname: string; readonly uid: string },
  options: UseLastRecordingOptions = {},
): UseLastRecordingResult {
  const client = useClient("useLastRecording", options.client);
  const provided = useContext(DefaultsContext).storage;
  const storage = options.storage ?? provided;
  const key = typeof of === "string" ? of : recordingKey(client.appId, of);
  const name = `${key}:last`;
  const snapshot = useRecordingStatus(key, client);
  const [known, setKnown] = useState<{ readonly name: string; readonly last: LastRecording | null } | null>(null);

  useEffect(() => {
    if (!storage) return undefined;
    let isCurrent = true;
    const look = async () => {
      // A storage that cannot be read has nothing to show.
      const text = await access(() => storage.get(name));
      if (isCurrent) setKnown({ name, last: read(text) });
    };
    void look();
    const unsubscribe = storage.subscribe?.(name, () => void look());
    return () => {
      isCurrent = false;
      unsubscribe?.();
    };
  }, [storage, name]);

  const outcome = useMemo(() => outcomeOf(snapshot), [snapshot]);
  const [taken, setTaken] = useState<LastRecording | null>(null);
  if (outcome !== taken) {
    setTaken(outcome);
    if (outcome) setKnown({ name, last: outcome });
  }
  useEffect(() => {
    if (outcome) void access(() => storage?.set(name, JSON.stringify(outcome)));
  }, [storage, name, outcome]);

  const forget = useCallback(() => {
    setKnown({ name, last: null });
    void access(() => storage?.remove(name));
  }, [storage, name]);

  return { last: known?.name === name ? known.last : null, forget };
}

/** A storage may throw, reject or answer at once; the files are still there to see, they are only not kept. */
async function access(use: () => unknown): Promise<unknown> {
  try {
    return await use();
  } catch {
    return undefined;
  }
}
