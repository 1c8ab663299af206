import type { Clock } from "../runtime/clock.ts";

/** In a page, which may sleep, the clock is looked at as often as this, in ms. */
const glance = 1000;

/**
 * The end of a lease has a timer of its own, set once: it fires in time even if the clock is set back meanwhile.
 *
 * @param ring gets the time that the lease ends, in ms since the epoch
 * @returns sets the end of the lease; null when there is no lease
 */
export function createLeaseTimer(clock: Clock, ring: (due: number) => void): (end: number | null) => void {
  let set: number | null = null;
  let timer: unknown;

  function wait(end: number, left: number): void {
    const delay = Math.max(0, Math.min(left, globalThis.document ? glance : left));
    timer = clock.setTimeout(() => {
      if (left - delay <= 0 || clock.now() >= end) ring(end);
      else wait(end, left - delay);
    }, delay);
  }

  return (end) => {
    if (end === set) return;
    clock.clearTimeout(timer);
    set = end;
    if (end !== null) wait(end, end - clock.now());
  };
}
