import { invalid } from "../context/invalid.ts";

/** Below that a single session would use up the quota, in ms. */
const shortest = 1000;

/** @throws AgoraError of kind `invalid-config` for what is no sensible pause */
export function checkInterval(interval = 120_000): number {
  if (Number.isFinite(interval) && interval >= shortest) return interval;
  throw invalid("invalid-config", "monitor.interval", `must be a number of at least ${shortest} (ms)`);
}
