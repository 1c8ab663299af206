import type { CaptionLine } from "./line.ts";

/** Which lines become subtitles of which recording. */
export interface SubtitleOptions {
  /**
   * When the recording begins, in ms since the epoch: the smallest `sliceStartTime` of its files, or `startUtcMs` of its
   * first slice. Cues count from there; what was said before is left out.
   */
  startedAt: number;
  /** Language code: the lines in which it was spoken, and the translations into it. Default: what was said, in whatever language. */
  language?: string | undefined;
  /** Only what this speaker said. Default: everybody. */
  uid?: string | number | undefined;
  /** What a speaker is called in the subtitles. Default: speakers are not named. */
  speakerName?: ((uid: string) => string | undefined) | undefined;
}

/** A subtitle before it is written in a format. */
export interface Cue {
  /** Ms since the recording began. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string | undefined;
  /** Without blank lines, which would end it. */
  readonly text: string;
}

/** For speech whose length the service did not say. */
const usualLength = 3000;

/**
 * The cues of lines, in the order of their beginnings. Lines that still change are no subtitles yet; nor are those whose
 * time is not known, such as those of JSON since v7.2.3.
 *
 * @throws RangeError when `startedAt` is no time
 */
export function cuesOf(lines: readonly CaptionLine[], options: SubtitleOptions): Cue[] {
  const { startedAt, uid, speakerName } = options;
  if (!Number.isFinite(startedAt)) throw new RangeError("startedAt must be a time in ms since the epoch.");
  return lines
    .flatMap((line) => {
      const text = tidy(textOf(line, options.language) ?? "");
      const isWanted = line.isFinal && (uid === undefined || line.uid === String(uid));
      if (!isWanted || line.startTime === undefined || text === "") return [];
      const start = Math.round(line.startTime - startedAt);
      const end = Math.max(start + 1, start + Math.round(line.duration ?? usualLength));
      const name = tidy(speakerName?.(line.uid) ?? "").replaceAll("\n", " ");
      return end > 0 ? [{ start: Math.max(0, start), end, speaker: name || undefined, text }] : [];
    })
    .sort((a, b) => a.start - b.start);
}

function textOf(line: CaptionLine, language: string | undefined): string | undefined {
  if (language === undefined || line.language === language) return line.text;
  return Object.hasOwn(line.translations, language) ? line.translations[language]?.text : undefined;
}

/** Lines without blanks at their ends, and no empty ones. */
function tidy(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029\0]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** `01:02:03.456`. Before the milliseconds WebVTT has a point, SRT a comma. */
export function formatTime(ms: number, separator: "." | ","): string {
  const seconds = Math.floor(ms / 1000);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = fields.map((field) => String(field).padStart(2, "0")).join(":");
  return `${clock}${separator}${String(ms % 1000).padStart(3, "0")}`;
}
