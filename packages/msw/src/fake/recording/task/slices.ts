import { isDash } from "./codecs.ts";
import { sliceName } from "./file-names.ts";
import type { Task } from "./task.ts";
import { firstSliceMs, type Track } from "./tracks.ts";

/** A segment of a recorded track. */
export interface Slice {
  readonly fileName: string;
  /** Unix ms */
  readonly from: number;
  readonly to: number;
  /** The first after the stream began, or after it was interrupted. */
  readonly isFirst: boolean;
}

const sliceMs = 15_000;

/** The segments that are full; `final` counts those in the making, as at the end of a recording. */
export function slicesOf(task: Task, track: Track, now: number, final: boolean): Slice[] {
  const parts = { ...task, generation: track.generation };
  const slices: Slice[] = [];
  for (const span of track.spans) {
    const end = span.to ?? now;
    let from = span.from;
    while (from < end) {
      // The first is there when the service tells of its file.
      const length = slices.length === 0 ? firstSliceMs : sliceMs;
      const to = Math.min(from + length, end);
      const isFull = final || span.to !== null || to - from === length;
      if (isFull) {
        const fileName = sliceName(parts, track, from, slices.length);
        slices.push({ fileName, from, to, isFirst: from === span.from });
      }
      from = to;
    }
  }
  return slices;
}

/** Whether a track is in WebM, which HLS cannot hold. */
export const isWebm = (track: Track): boolean =>
  track.codec === undefined ? track.webm === true && track.type !== "audio" : isDash(track.codec);
