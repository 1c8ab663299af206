import type { RecordingFile, RecordingHandle, RecordingSnapshot, SessionEnding } from "@agora-edge/core";

/** How the last recording of a key ended. */
export interface LastRecording {
  /** What names it; a grant of a proxy is not kept. */
  readonly handle: Omit<RecordingHandle, "grant">;
  /** When the service took the start, in ms since the epoch. */
  readonly startedAt: number;
  /** How it ended. */
  readonly ending: SessionEnding;
  /** Its files, as the last snapshot had them. */
  readonly files: readonly RecordingFile[];
  /** How far the files are, as the snapshot says it. */
  readonly upload: string | null;
}

/** What a page knows of the last recording of one key. */
export interface Known {
  last: LastRecording | null;
  /** Recordings whose end was seen: each becomes the last one once. News of it later only change it while it is. */
  readonly seen: Set<string>;
  /** What storage does not have yet: the end of a recording, or news of one that has ended. */
  unsaved: "end" | "news" | null;
  /** A read that began before a change says nothing about what came after. */
  changes: number;
}

/** The edition of what is stored. A later one is not understood here. */
const version = 1;

const endings: readonly unknown[] = [
  "requested",
  "already-ended",
  "nothing-recorded",
  "exited",
] satisfies SessionEnding[];
const names = ["appId", "cname", "uid", "mode", "resourceId", "sid"] as const;

/** What a snapshot says of a recording that is over; null for any other. */
export function outcomeOf(snapshot: RecordingSnapshot | undefined): LastRecording | null {
  if (snapshot?.status !== "stopped") return null;
  const { handle, startedAt, ending, files, upload } = snapshot;
  const { grant: _, ...named } = handle;
  return { handle: named, startedAt, ending, files, upload };
}

export const textOf = (last: LastRecording): string => JSON.stringify({ version, ...last });

/** What is stored; null where it is nothing of the kind, or of a later edition. */
export function readLast(text: unknown): LastRecording | null {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
    if (!isObject(value) || value["version"] !== version) return null;
    const { version: _, ...last } = value;
    return isLast(last) ? last : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const isFile = (value: unknown) => isObject(value) && typeof value["fileName"] === "string";

// Anything may stand in storage: every field that a component may go through is looked at.
function isLast(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & LastRecording {
  const { handle, startedAt, ending, files, upload } = value;
  return (
    isObject(handle) &&
    names.every((name) => typeof handle[name] === "string") &&
    typeof handle["startedAt"] === "number" &&
    typeof startedAt === "number" &&
    endings.includes(ending) &&
    Array.isArray(files) &&
    files.every(isFile) &&
    (upload === null || typeof upload === "string")
  );
}

export const isSameRun = (a: LastRecording | null, b: LastRecording | null): boolean => a?.handle.sid === b?.handle.sid;

export function isSame(a: LastRecording | null, b: LastRecording | null): boolean {
  return a === b || (a !== null && b !== null && textOf(a) === textOf(b));
}

/** Of two accounts of one recording that which says more: a tab that only found it gone knows less than the one that stopped it. */
export function fuller(known: LastRecording | null, news: LastRecording): LastRecording {
  if (known === null || !isSameRun(known, news)) return news;
  const more = news.files.length - known.files.length;
  const isVaguer = news.ending === "already-ended" && known.ending !== "already-ended";
  return more < 0 || (more === 0 && isVaguer) ? known : news;
}
