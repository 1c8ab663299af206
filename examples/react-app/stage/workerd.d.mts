export interface RunningWorker {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the Worker in workerd, with these bindings. */
export function startWorker(bindings: Readonly<Record<string, string>>): Promise<RunningWorker>;
