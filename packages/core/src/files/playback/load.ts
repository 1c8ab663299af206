import { readStream } from "../../runtime/read-stream.ts";
import type { Bucket } from "../bucket/bucket.ts";
import { listRecordingObjects } from "../bucket/list-recording-objects.ts";
import { StorageError } from "../bucket/storage-error.ts";
import type { ParsedFileName } from "../names/file-name.ts";
import { objectKey } from "../names/object-key.ts";
import { parseFileName } from "../names/parse.ts";
import { readFirstPts } from "./first-pts.ts";
import { readMediaPlaylist, type MediaPlaylist } from "./media-playlist.ts";
import type { PlayableRecording } from "./options.ts";
import { findGranted, type GrantedFile } from "./playable.ts";

/** Twenty thousand segments with long names come to less. */
const maxTextSize = 8_000_000;

export async function loadText(files: Bucket, key: string): Promise<string> {
  const response = await files.fetch(key);
  const bytes = await readStream(response.body, maxTextSize);
  if (typeof bytes !== "symbol") return new TextDecoder().decode(bytes);
  const message = `${key} is larger than ${maxTextSize} bytes, which no playlist is. Look at it in the bucket.`;
  throw new StorageError({ kind: "too-large", message });
}

/** The files of the recording that the visitor may see. */
export async function loadFiles(files: Bucket, recording: PlayableRecording): Promise<ParsedFileName[]> {
  const { sid, cname, uid, fileNamePrefix } = recording;
  const all = recording.files
    ? recording.files.flatMap((fileName) => parseFileName(fileName, { sid, cname }) ?? [])
    : (await listRecordingObjects(files, { sid, cname, fileNamePrefix })).map(({ file }) => file);
  return uid === undefined ? all : all.filter((file) => file.uid === uid);
}

/** A playlist, with those of the same stream that were written after a server was lost. */
export async function loadPlaylist(files: Bucket, { key, file }: GrantedFile): Promise<MediaPlaylist> {
  let whole = readMediaPlaylist(await loadText(files, key), file.fileName);
  if (file.failover !== undefined || file.language !== undefined || file.backup) return whole;
  const folder = key.slice(0, -file.fileName.length);
  for (let lost = 0; ; lost++) {
    const name = `bak${lost}_${file.fileName}`;
    const text = await loadText(files, folder + name).catch(nothingIfMissing);
    if (text === undefined) return whole;
    whole = join(whole, readMediaPlaylist(text, name));
  }
}

/** Keys that may not list the bucket are told that they may not read what is not there. */
function nothingIfMissing(error: unknown): undefined {
  const isMissing = error instanceof StorageError && (error.kind === "no-object" || error.kind === "access-denied");
  if (!isMissing) throw error;
}

function join(before: MediaPlaylist, after: MediaPlaylist): MediaPlaylist {
  const [first, ...rest] = after.segments;
  if (!first) return before;
  const joint = { ...first, tags: ["#EXT-X-DISCONTINUITY", ...first.tags] };
  return { segments: [...before.segments, joint, ...rest], isOver: after.isOver };
}

/** Some packets: there is a time in the first few. */
const enoughForPts = 65_536;

/** When the video begins in its own time, or undefined when that cannot be found out. */
export async function loadFirstPts(
  files: Bucket,
  recording: PlayableRecording,
  main: ParsedFileName,
): Promise<number | undefined> {
  const playlist = readMediaPlaylist(
    await loadText(files, objectKey(recording.fileNamePrefix, main.fileName)),
    main.fileName,
  );
  const segment = findGranted(recording, playlist.segments[0]?.uri ?? "");
  if (!segment) return undefined;
  const headers = { range: `bytes=0-${enoughForPts - 1}` };
  const response = await files.fetch(segment.key, { headers });
  const bytes = await readStream(response.body, maxTextSize);
  return typeof bytes === "symbol" ? undefined : readFirstPts(bytes);
}
