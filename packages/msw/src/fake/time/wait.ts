import type { Scheduler } from "./scheduler.ts";

/** Waits on the fake's clock; an abort ends the wait with the signal's reason. */
export function wait(scheduler: Scheduler, ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const job = scheduler.at(scheduler.now() + ms, done, { outside: true });
    function done(): void {
      signal?.removeEventListener("abort", aborted);
      resolve();
    }
    function aborted(): void {
      scheduler.cancel(job);
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", aborted, { once: true });
  });
}

/** Never ends but by an abort. */
export function hang(signal?: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal?.reason);
    signal?.addEventListener("abort", () => reject(signal?.reason), { once: true });
  });
}
