import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";

/** Below that a single session would use up the quota, in ms. */
const shortest = 1000;

/** @throws AgoraError of kind `invalid-config` for what is no sensible pause */
export function checkInterval(interval = 120_000): number {
  if (Number.isFinite(interval) && interval >= shortest) return interval;
  const issues = [{ path: "monitor.interval", message: `must be a number of at least ${shortest} (ms)`, received: "" }];
  throw new AgoraValidationError({ kind: "invalid-config", text: local["invalid-config"], issues });
}
