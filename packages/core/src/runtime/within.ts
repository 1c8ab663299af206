import type { Clock } from "./clock.ts";
import { sleep } from "./sleep.ts";

/** What {@link within} resolves to when the time was over first. */
export const tooLate: unique symbol = Symbol("too late");

/** The result of `work`, or {@link tooLate} after `ms`; rejects with the signal's reason when it aborts first. */
export async function within<T>(
  work: Promise<T>,
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<T | typeof tooLate> {
  const done = new AbortController();
  const abort = () => done.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const timer: Promise<typeof tooLate> = sleep(clock, ms, done.signal).then((): typeof tooLate => tooLate);
  try {
    if (signal?.aborted) abort();
    return await Promise.race([work, timer]);
  } finally {
    signal?.removeEventListener("abort", abort);
    // Ends the timer; nobody listens to it any more.
    timer.catch(() => {});
    done.abort();
  }
}
