import { listRecordingObjects, type RecordingObject } from "@agora-edge/core/files";
import { exitCodes } from "../tool/exit-codes.ts";
import { sizeOf, table, timeOf } from "../print/text.ts";
import { openBucket } from "../settings/storage.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { findRecording, textOfOthers, type RecordingChoice } from "./find-recording.ts";

export interface FilesOptions extends RecordingChoice {
  /** Segments of playlists too. */
  readonly all: boolean;
  /** Addresses that work without keys. */
  readonly links: boolean;
  /** ms */
  readonly expires: number;
}

/** Parts of a playlist are of no use by themselves. */
const isSegment = ({ file }: RecordingObject): boolean =>
  file.format === "ts" || file.format === "vtt" || (file.format === "webm" && file.time !== undefined);

/** What is in the bucket of a recording, by the names of its files. */
export async function filesCommand(tool: Tool, channel: string | undefined, options: FilesOptions): Promise<Outcome> {
  const { sid, channel: cname, fileNamePrefix, others } = await findRecording(tool, channel, options);
  const bucket = await openBucket(tool);
  const objects = await listRecordingObjects(bucket, { sid, cname, fileNamePrefix, signal: tool.signal });
  const shown = options.all ? objects : objects.filter((object) => !isSegment(object));
  const expiresIn = Math.floor(options.expires / 1000);
  const files = await Promise.all(
    shown.map(async ({ key, size, lastModified, file }) => ({
      key,
      size,
      lastModified,
      ...file,
      ...(options.links && { url: await bucket.presign(key, { expiresIn }) }),
    })),
  );
  const rows = files.map((one) => [
    one.format,
    one.uid ?? "-",
    one.time === undefined ? "-" : timeOf(one.time),
    sizeOf(one.size),
    "url" in one && one.url !== undefined ? one.url : one.key,
  ]);
  const left = objects.length - shown.length;
  const hasLinkedPlaylist = options.links && files.some(({ format }) => format === "m3u8");
  const notes = [
    left === 0 ? "" : `${left} segments more: --all`,
    hasLinkedPlaylist
      ? "The address of a playlist plays nothing: its segments have none. agora-edge play plays it."
      : "",
    textOfOthers(others),
  ].filter((note) => note !== "");
  const nothing = `No files of ${sid} are in the bucket. Look at the folders (--prefix), and whether the upload is over.`;
  return {
    exit: objects.length === 0 ? exitCodes.nothing : exitCodes.ok,
    json: { sid, channel: cname, files, others },
    text: [objects.length === 0 ? nothing : table(rows), ...notes].join("\n"),
  };
}
