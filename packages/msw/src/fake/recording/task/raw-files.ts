import { fitsMp4, isDash } from "./codecs.ts";
import { rawName, type NameParts, type RecordedFile } from "./file-names.ts";
import { momentOf, recordedMs, startOf, type Track } from "./tracks.ts";

interface Wanted {
  readonly mp4: boolean;
  readonly mp3: boolean;
}

/** After so long a new MP4 begins, and a new MP3. No document says how long in this mode: as in composite. */
const rotationMs = 2 * 3_600_000;

/** The files of one user in mode raw: one playlist, and MP4 where that was asked for and takes the codec. */
export function rawFiles(parts: NameParts, wanted: Wanted, track: Track, now: number): RecordedFile[] {
  const { uid, type: trackType, codec = "h264" } = track;
  const base = { trackType, uid, mixedAllUser: false, isPlayable: true };
  const start = startOf(track);
  const playlist = (kind: "m3u8" | "mpd") => ({
    fileName: rawName(parts, uid, { kind, codec }),
    ...base,
    sliceStartTime: start,
  });
  const series = (kind: "mp4" | "mp3") =>
    Array.from({ length: Math.max(1, Math.ceil(recordedMs(track, now) / rotationMs)) }, (_, index) => ({
      fileName: rawName(parts, uid, { kind, index, codec }),
      ...base,
      sliceStartTime: momentOf(track, index * rotationMs),
    }));
  if (wanted.mp3) return series("mp3");
  if (isDash(codec)) return [playlist("mpd")];
  return [playlist("m3u8"), ...(wanted.mp4 && fitsMp4(codec) ? series("mp4") : [])];
}
