export type TrackType = "audio" | "video" | "audio_and_video";

/** One index file in the making: the stream of one user, everything mixed, or a page. */
export interface Track {
  /** "0" when it is not the stream of one user. */
  readonly uid: string;
  readonly type: TrackType;
  /** How many servers the task had lost when this track began. */
  readonly generation: number;
  /** The sender's video is VP8, in WebM slices. */
  readonly webm?: boolean;
  /** Mode raw: the codec in its names. Whatever its user sends goes into this one track. */
  readonly codec?: string;
  /** When something was recorded; the last span may be open. */
  readonly spans: readonly Span[];
}

interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** How long after its first frame a track shows up as a file: its first slice must be full and uploaded. */
export const firstSliceMs = 10_000;

export const isSameTrack = (left: Omit<Track, "spans">, right: Omit<Track, "spans">): boolean =>
  left.uid === right.uid &&
  (left.codec === undefined ? left.type === right.type : left.codec === right.codec) &&
  left.generation === right.generation &&
  left.webm === right.webm;

export const isOpen = (track: Track): boolean => track.spans.at(-1)?.to === null;

export const startOf = (track: Track): number => track.spans[0]?.from ?? 0;

export function openTrack(track: Track, now: number): Track {
  return isOpen(track) ? track : { ...track, spans: [...track.spans, { from: now, to: null }] };
}

export function closeTrack(track: Track, now: number): Track {
  return { ...track, spans: track.spans.map((span) => ({ from: span.from, to: span.to ?? now })) };
}

/** Recorded ms, pauses not counted. */
export function recordedMs(track: Track, now: number): number {
  return track.spans.reduce((sum, span) => sum + ((span.to ?? now) - span.from), 0);
}

/** The moment at which that much had been recorded. */
export function momentOf(track: Track, recorded: number): number {
  let rest = recorded;
  for (const span of track.spans) {
    const length = (span.to ?? Infinity) - span.from;
    if (rest < length) return span.from + rest;
    rest -= length;
  }
  return track.spans.at(-1)?.to ?? startOf(track);
}
