/** Time, as the client sees it. Tests and the fake service pass their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, after so many ms; what is returned goes to `clearTimeout`. */
  setTimeout(callback: () => void, ms: number): unknown;
  /** Takes a call back. */
  clearTimeout(id: unknown): void;
  /**
   * Told of what the client waits for and what needs nothing of this clock, such as a request (its URL is as the client has it). A clock
   * of tests lets it end before it goes on; others need not have this.
   */
  during?(work: Promise<unknown>, request?: { readonly method: string; readonly url: string }): void;
}

/** What timers of the platform can hold; more would fire at once. */
const longest = 2_147_483_647;

/** The platform's clock. Globals are looked up at call time, so that fake timers installed later still count. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, Math.min(ms, longest)),
  clearTimeout: (id) => globalThis.clearTimeout(id as number | undefined),
};
