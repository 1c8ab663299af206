import type { CaptionLine } from "./line.ts";
import { cuesOf, formatTime, type SubtitleOptions } from "./subtitles.ts";

/**
 * Subtitles of a recording as SRT (SubRip). Speakers with a name have it in front of what they say. The format has no escapes: an arrow
 * `-->`, which would be read as a time, becomes `→`.
 *
 * @throws RangeError when `startedAt` is no time
 */
export function toSrt(lines: readonly CaptionLine[], options: SubtitleOptions): string {
  return cuesOf(lines, options)
    .map(({ start, end, speaker, text }, index) => {
      const spoken = (speaker === undefined ? text : `${speaker}: ${text}`).replaceAll("-->", "→");
      return `${index + 1}\n${formatTime(start, ",")} --> ${formatTime(end, ",")}\n${spoken}\n`;
    })
    .join("\n");
}
