/** Where the time comes from. Times are Unix ms; a duration in fake ms becomes a real one with `realDelay`. */
export interface TimeSource {
  read(): number;
  /** Moves forward to a later moment; an earlier one changes nothing. */
  moveTo(time: number): void;
  /** Real ms until the clock shows `time` by itself, or null for a clock that stands still. */
  realDelay(time: number): number | null;
  restart(): void;
}

/** Where a manual clock begins unless told otherwise: 2026-01-01T00:00:00Z. */
export const defaultStart = 1_767_225_600_000;

/** Moves only when told to. */
export function manualTime(startAt: number = defaultStart): TimeSource {
  let time = startAt;
  return {
    read: () => time,
    moveTo: (target) => {
      time = Math.max(time, target);
    },
    realDelay: () => null,
    restart: () => {
      time = startAt;
    },
  };
}

/** Follows another clock, `speed` times as fast; `moveTo` skips ahead. */
export function runningTime(clock: () => number, speed: number, startAt?: number): TimeSource {
  let base = clock();
  let origin = startAt ?? base;
  const read = () => origin + (clock() - base) * speed;
  return {
    read,
    moveTo: (target) => {
      origin += Math.max(0, target - read());
    },
    realDelay: (time) => Math.max(0, (time - read()) / speed),
    restart: () => {
      base = clock();
      origin = startAt ?? base;
    },
  };
}
