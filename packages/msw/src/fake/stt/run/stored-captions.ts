/** A sentence as it is stored: in the language in which it was said, or a translation. */
export interface StoredCaption {
  readonly language: string;
  readonly text: string;
  /** Unix ms */
  readonly start: number;
  readonly end: number;
}

/** How many slices of a transcription are in the bucket, and what is to be in them. */
export interface CaptionFiles {
  readonly captions: StoredCaption[];
  slices: number;
}

/** The clock of MPEG has 90 ticks a millisecond and 33 bits. */
const mpegTime = (ms: number): number => Math.floor(ms * 90) % 2 ** 33;

const clockTime = (ms: number): string => new Date(Math.max(0, ms)).toISOString().slice(11, 23);

const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\s*\n\s*/g, " ");

/** A slice. Its cues are in system time, as documented; how the service writes that down is in no document. */
export function vttText(captions: readonly StoredCaption[], from: number): string {
  const cues = captions.map(
    ({ start, end, text }) => `${clockTime(start - from)} --> ${clockTime(end - from)}\n${escape(text)}\n`,
  );
  return `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${mpegTime(from)},LOCAL:00:00:00.000\n\n${cues.join("\n")}`;
}

/** `seconds`: of each slice, of which the last can be shorter. */
export function captionPlaylist(slices: readonly string[], seconds: readonly number[], isOver: boolean): string {
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${Math.max(1, ...seconds.map(Math.ceil))}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    ...slices.flatMap((name, index) => [`#EXTINF:${(seconds[index] ?? 0).toFixed(6)},`, name]),
    ...(isOver ? ["#EXT-X-ENDLIST"] : []),
    "",
  ].join("\n");
}
