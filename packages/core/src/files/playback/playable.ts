import { StorageError } from "../bucket/storage-error.ts";
import type { ParsedFileName } from "../names/file-name.ts";
import { objectKey } from "../names/object-key.ts";
import { parseFileName } from "../names/parse.ts";
import type { PlayableRecording } from "./options.ts";

/** A file that the visitor may have. */
export interface GrantedFile {
  readonly key: string;
  readonly file: ParsedFileName;
}

/** The file of that name, when it belongs to the recording that was granted. */
export function findGranted(recording: PlayableRecording, fileName: string): GrantedFile | undefined {
  const { sid, cname, uid, fileNamePrefix, captions } = recording;
  const own = sid === "" ? undefined : parseFileName(fileName, { sid, cname });
  // A user's recording has no files that are of everybody.
  if (own && (uid === undefined || own.uid === uid)) return { key: objectKey(fileNamePrefix, fileName), file: own };
  const caption = captions?.sid ? parseFileName(fileName, { sid: captions.sid }) : undefined;
  if (!caption || (caption.format !== "m3u8" && caption.format !== "vtt")) return undefined;
  return { key: objectKey(captions?.fileNamePrefix ?? fileNamePrefix, fileName), file: caption };
}

/** What HLS players take. Others are in DASH. */
const codecs = /^(?:h26[45]|hevc|avc|av1|aac|mp3)$/i;

/** @throws StorageError of kind `unplayable` for what no HLS player plays */
export function checkPlayable({ fileName, format, codec }: ParsedFileName): void {
  const isKnown = codec === undefined || codecs.test(codec);
  if (isKnown && format !== "webm") return;
  const what = codec === undefined ? "WebM" : `the codec ${codec}`;
  throw new StorageError({
    kind: "unplayable",
    message: `${fileName} is in ${what}, which is not for HLS. Browsers that send VP8 or VP9 are recorded so: play the DASH manifest (.mpd), or convert the files.`,
  });
}
