import { isObject, textAt, type JsonObject } from "../../runtime/json.ts";
import type { RecordingFile } from "../types/file.ts";
import { extensionPayloads } from "./extension-state.ts";

/** Seconds or milliseconds: documents disagree, so the size decides. No recording started before 1973. */
function toMilliseconds(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || number <= 0) return undefined;
  return number >= 1e11 ? number : number * 1000;
}

function readEntry(entry: unknown): RecordingFile[] {
  if (typeof entry === "string") return entry === "" ? [] : [{ fileName: entry }];
  if (!isObject(entry)) return [];
  // Web page recording writes the name with a small n.
  const fileName = textAt(entry, "fileName") ?? textAt(entry, "filename");
  if (fileName === undefined) return [];
  const trackType = textAt(entry, "trackType");
  const uid = typeof entry.uid === "number" ? String(entry.uid) : textAt(entry, "uid");
  const sliceStartTime = toMilliseconds(entry.sliceStartTime);
  const { mixedAllUser, isPlayable } = entry;
  const file: { -readonly [Key in keyof RecordingFile]: RecordingFile[Key] } = { fileName };
  if (trackType !== undefined) file.trackType = trackType;
  if (uid !== undefined) file.uid = uid;
  if (typeof mixedAllUser === "boolean") file.mixedAllUser = mixedAllUser;
  if (typeof isPlayable === "boolean") file.isPlayable = isPlayable;
  if (sliceStartTime !== undefined) file.sliceStartTime = sliceStartTime;
  return [file];
}

function readList(list: unknown): RecordingFile[] {
  return Array.isArray(list) ? list.flatMap(readEntry) : readEntry(list);
}

/** The files of a query or stop answer, wherever the mode keeps them; empty before the first slice. */
export function readFiles(serverResponse: JsonObject): RecordingFile[] {
  return [
    ...readList(serverResponse.fileList),
    ...extensionPayloads(serverResponse).flatMap(({ payload }) => readList(payload.fileList)),
  ];
}
