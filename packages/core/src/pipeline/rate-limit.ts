import type { Clock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";
import { noAnswer, unlessEnded, type AttemptStep } from "./state.ts";

export interface RateLimit {
  /** Requests per interval. */
  limit: number;
  /** Milliseconds. Default 1,000. */
  interval?: number;
}

export interface RateLimiter {
  /**
   * Waits for the caller's turn. False, at once, when it would come only after `deadline`. Rejects with the signal's
   * reason when it aborts first, and gives the turn back.
   */
  take(deadline: number, signal: AbortSignal | undefined): Promise<boolean>;
}

/**
 * Spreads requests so that no interval of time ever sees more than the limit. The state is a list of reserved times and
 * nothing else: every call waits on a timer of its own, because in Workers a request must not wait for another's.
 */
export function createRateLimiter({ limit, interval = 1000 }: RateLimit, clock: Clock): RateLimiter {
  let reserved: number[] = [];
  let latest = 0;
  return {
    async take(deadline, signal) {
      if (signal?.aborted) throw signal.reason;
      const now = clock.now();
      // A clock that was set back would hold up everybody until it has caught up.
      reserved = now < latest ? [] : reserved.filter((time) => time > now - interval);
      latest = now;
      const blocking = reserved.at(-limit);
      const time = Math.max(now, reserved.at(-1) ?? 0, blocking === undefined ? 0 : blocking + interval);
      if (time > deadline) return false;
      reserved.push(time);
      if (time <= now) return true;
      try {
        await sleep(clock, time - now, signal);
      } catch (error) {
        const index = reserved.indexOf(time);
        if (index >= 0) reserved.splice(index, 1);
        throw error;
      }
      return true;
    },
  };
}

/** Lets an attempt wait for its turn; one whose turn would come too late fails at once. */
export function limitRate(limiter: RateLimiter): AttemptStep {
  return async (attempt, next) => {
    const { deadline, waiting } = attempt.state;
    const isInTime = await unlessEnded(attempt, limiter.take(deadline, waiting));
    if (!isInTime) throw noAnswer(attempt, "timeout");
    return next();
  };
}
