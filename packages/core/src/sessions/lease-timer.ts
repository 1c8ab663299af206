import type { Clock } from "../runtime/clock.ts";

/**
 * The end of a lease has a timer of its own, set once: it fires in time even if the clock is set back meanwhile.
 *
 * @param ring gets the time that the lease ends, in ms since the epoch
 * @returns sets the end of the lease; null: there is none
 */
export function createLeaseTimer(clock: Clock, ring: (due: number) => void): (end: number | null) => void {
  let set: number | null = null;
  let timer: unknown;
  return (end) => {
    if (end === set) return;
    clock.clearTimeout(timer);
    set = end;
    if (end !== null) timer = clock.setTimeout(() => ring(end), Math.max(0, end - clock.now()));
  };
}
