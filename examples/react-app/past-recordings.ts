// What the Worker answers to the page about past recordings.

/** A recording of the channel. Times are those at which the Worker heard of it. */
export interface PastRecording {
  readonly sid: string;
  readonly mode: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** A file that somebody can play or download. */
export interface RecordedFile {
  readonly fileName: string;
  readonly format: string;
  readonly uid: string | null;
  readonly size: number;
}
