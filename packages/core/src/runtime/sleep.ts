import type { Clock } from "./clock.ts";
import { within } from "./within.ts";

/** Resolves after `ms` by `clock`; rejects with the signal's reason, at once, when it aborts first. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<unknown> {
  return within(new Promise(() => {}), clock, ms, signal);
}
