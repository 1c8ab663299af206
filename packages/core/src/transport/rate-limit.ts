import type { Clock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";

export interface RateLimit {
  /** Requests per interval. */
  limit: number;
  /** Milliseconds. Default 1,000. */
  interval?: number;
}

export interface RateLimiter {
  /** Waits for the caller's turn. Rejects with the signal's reason when it aborts first, and gives the turn back. */
  take(signal: AbortSignal | undefined): Promise<void>;
}

/**
 * Spreads requests so that no interval of time ever sees more than the limit. The state is a list of reserved times and
 * nothing else: every call waits on a timer of its own, because in Workers a request must not wait for another's.
 */
export function createRateLimiter({ limit, interval = 1000 }: RateLimit, clock: Clock): RateLimiter {
  let reserved: number[] = [];
  return {
    async take(signal) {
      signal?.throwIfAborted();
      const now = clock.now();
      reserved = reserved.filter((time) => time > now - interval);
      const blocking = reserved.at(-limit);
      const time = Math.max(now, reserved.at(-1) ?? 0, blocking === undefined ? 0 : blocking + interval);
      reserved.push(time);
      if (time <= now) return;
      try {
        await sleep(clock, time - now, signal);
      } catch (error) {
        const index = reserved.indexOf(time);
        if (index >= 0) reserved.splice(index, 1);
        throw error;
      }
    },
  };
}
