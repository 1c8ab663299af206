/** Something that costs money from now on. */
export interface Started {
  readonly service: "recording" | "sttTasks" | "sttAgents";
  /** sid, task ID or agent ID. */
  readonly id: string;
  /** The name of the channel. */
  readonly channel: string;
}

/** Hears of each recording and transcription that is started. */
export type StartListener = (started: Started) => void;

export function reportStart(
  { startListeners }: { readonly startListeners: Iterable<StartListener> },
  started: Started,
): void {
  for (const listener of startListeners) listener(started);
}
