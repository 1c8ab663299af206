/** Time, as the client sees it. Tests and the fake service pass their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/** What timers of the platform can hold; more would fire at once. */
const longest = 2_147_483_647;

/** The platform's clock. Globals are looked up at call time, so that fake timers installed later still count. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, Math.min(ms, longest)),
  clearTimeout: (id) => globalThis.clearTimeout(id as number | undefined),
};
