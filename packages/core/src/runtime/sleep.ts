import type { Clock } from "./clock.ts";
import { withTimeout } from "./with-timeout.ts";

/** Resolves after `ms` by `clock`; rejects with the signal's reason, at once, when it aborts first. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<unknown> {
  return withTimeout(new Promise(() => {}), clock, ms, signal);
}
