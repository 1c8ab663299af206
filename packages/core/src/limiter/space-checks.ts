import type { Clock } from "../runtime/clock.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Four fifths of the ten requests a second that an App ID may send, in ms: commands have the rest. */
const gap = 125;

/**
 * The limiter of clients that nothing else limits: behind a proxy, which has one for all its pages, and made by hand. Checks of
 * many sessions, which all check when a user comes back, go one after another.
 */
export function spaceChecks(clock: Clock): RateLimiter {
  const turns = new Map<string, number>();
  let free = 0;
  return {
    tryAcquire({ id }) {
      const now = clock.now();
      // A clock that was set back must not hold everybody up.
      if (free > now + gap * (turns.size + 1)) free = now;
      const turn = Math.min(turns.get(id) ?? Infinity, Math.max(now, free));
      if (turn <= now) {
        turns.delete(id);
        free = Math.max(free, now + gap);
        return 0;
      }
      if (!turns.has(id)) free = turn + gap;
      turns.set(id, turn);
      return turn - now;
    },
    cancel: (id) => turns.delete(id),
  };
}
