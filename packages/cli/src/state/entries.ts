import { createHash } from "node:crypto";
import type { SessionStorage } from "@agora-edge/core";
import type { StateFolder } from "../tool/io.ts";

/** What was started on this machine, by which it is found again. */
export interface RunAbout {
  readonly service: "recording" | "transcription";
  readonly appId: string;
  readonly channel: string;
  /** Of the recorder or the bot. */
  readonly uid: string;
  /** Of a recording. */
  readonly mode?: "mix" | "individual";
  /** Of a transcription: the name of its agent. */
  readonly name?: string;
}

/** A run, and what its session keeps. */
interface RunEntry {
  readonly about: RunAbout;
  readonly value: string;
}

/** A recording that was made, for `files` and `play`. Holds no keys. */
export interface PastRecording {
  readonly appId: string;
  readonly channel: string;
  readonly sid: string;
  readonly startedAt: number;
  readonly fileNamePrefix: readonly string[];
  /** The names that the service listed. */
  readonly files: readonly string[];
}

const nameOf = (kind: "run" | "recording", key: string): string =>
  `${kind}-${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`;

async function readJson<T>(folder: StateFolder, name: string): Promise<T | undefined> {
  const text = await folder.read(name);
  if (text === undefined) return undefined;
  try {
    // Only this program writes it. A file that was cut off counts as no file.
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

async function readAll<T>(folder: StateFolder, kind: "run" | "recording"): Promise<T[]> {
  const names = (await folder.list()).filter((name) => name.startsWith(`${kind}-`));
  const read = await Promise.all(names.map((name) => readJson<T>(folder, name)));
  return read.flatMap((one) => (one === undefined ? [] : [one]));
}

/** Where a session keeps what it must not lose: one file for each, which is there before the start leaves. */
export function sessionStorage(folder: StateFolder, about: RunAbout): SessionStorage {
  return {
    isAsync: true,
    get: async (key) => (await readJson<RunEntry>(folder, nameOf("run", key)))?.value,
    set: (key, value) => folder.write(nameOf("run", key), JSON.stringify({ about, value } satisfies RunEntry)),
    remove: (key) => folder.remove(nameOf("run", key)),
  };
}

/** What runs, or may run. */
export const readRuns = async (folder: StateFolder, appId: string): Promise<RunAbout[]> =>
  (await readAll<RunEntry>(folder, "run")).map(({ about }) => about).filter((about) => about.appId === appId);

export const writeRecording = (folder: StateFolder, recording: PastRecording): Promise<void> =>
  folder.write(nameOf("recording", recording.sid), JSON.stringify(recording));

/** The newest first. */
export const readRecordings = async (folder: StateFolder): Promise<PastRecording[]> =>
  (await readAll<PastRecording>(folder, "recording")).toSorted((a, b) => b.startedAt - a.startedAt);
