import type { CaptionLine } from "./line.ts";
import { cuesOf, formatTime, type SubtitleOptions } from "./subtitles.ts";

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Subtitles of a recording as WebVTT, for a `<track>` of a video. Speakers with a name are marked as voices.
 *
 * @throws RangeError when `startedAt` is no time
 * @example
 * const vtt = toWebVTT(captions.getSnapshot().lines, { startedAt: file.sliceStartTime, language: "es-ES" });
 */
export function toWebVTT(lines: readonly CaptionLine[], options: SubtitleOptions): string {
  const cues = cuesOf(lines, options).map(({ start, end, speaker, text }) => {
    const voice = speaker === undefined ? "" : `<v ${escape(speaker)}>`;
    return `${formatTime(start, ".")} --> ${formatTime(end, ".")}\n${voice}${escape(text)}\n`;
  });
  return ["WEBVTT\n", ...cues].join("\n");
}
