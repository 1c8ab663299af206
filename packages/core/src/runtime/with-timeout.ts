import type { Clock } from "./clock.ts";

/** What {@link withTimeout} resolves to when the time was over first. */
export const timedOut: unique symbol = Symbol("too late");

/** The result of `work`, or {@link timedOut} after `ms`; rejects with the signal's reason when it aborts first. */
export function withTimeout<T>(
  work: Promise<T>,
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<T | typeof timedOut> {
  // No AbortController: that one would cost a call more than all of its checks.
  return new Promise((resolve, reject) => {
    let timer: unknown;
    const end = () => {
      if (timer !== undefined) clock.clearTimeout(timer);
      timer = undefined;
      signal?.removeEventListener("abort", abort);
    };
    const abort = () => {
      end();
      reject(signal?.reason);
    };
    timer = clock.setTimeout(() => {
      timer = undefined;
      end();
      resolve(timedOut);
    }, ms);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    work.then(
      (result) => {
        end();
        resolve(result);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}
