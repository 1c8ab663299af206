import type { Clock } from "@agora-edge/core";

/** A clock, and when by the clock of the platform an alarm of it has to go off. */
export interface WorkerClock extends Clock {
  alarmAt(time: number): number;
}

/**
 * The time. With `CLOCK` (`origin,speed`) it has been running so many times as fast since then, like that of a fake
 * service: to try out in seconds what takes minutes.
 */
export function clockOf({ CLOCK = "0,1" }: { CLOCK?: string }): WorkerClock {
  const [origin = 0, speed = 1] = CLOCK.split(",").map(Number);
  return {
    now: () => Math.round(origin + (Date.now() - origin) * speed),
    setTimeout: (callback, ms) => setTimeout(callback, ms / speed),
    clearTimeout: (id) => clearTimeout(id as number | null),
    alarmAt: (time) => Math.ceil(origin + (time - origin) / speed),
  };
}
