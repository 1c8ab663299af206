import { type Clock, systemClock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";

/** The service wants so many milliseconds between a start and an update, and between two updates. */
const gap = 5000;

/** What spaces updates needs to know of a handle. */
interface Started {
  readonly startedAt?: number | undefined;
}

/** Waits until an update of `id` may be sent. The proxy waits too; in a process of its own it may not know of the last one. */
export type SpaceUpdates = (id: string, handle: Started, signal: AbortSignal | undefined) => Promise<unknown>;

export function createUpdateSpacing(clock: Clock = systemClock): SpaceUpdates {
  const last = new Map<string, number>();
  return async (id, { startedAt = 0 }, signal) => {
    const now = clock.now();
    // What lies in the future was measured by a clock that was set back since.
    const at = Math.max(now, Math.min(now, startedAt) + gap, (last.get(id) ?? 0) + gap);
    last.set(id, at);
    return at > now ? sleep(clock, at - now, signal) : undefined;
  };
}
