import { type Finding, ok, problem, skipped, warning } from "./check.ts";

const check = "clock";
const action = "Let the machine set its clock by the network (NTP).";

/** Notifications are refused five minutes away from now, signatures of storage fifteen; tokens end when they say. */
const wrongFrom = 300_000;
const suspectFrom = 30_000;

/** The machine's clock against those of the hosts that have answered. */
export function checkClock(differences: readonly (number | undefined)[]): Finding {
  const known = differences.filter((one) => one !== undefined);
  // The smallest: a slow network makes the others larger.
  const [ahead] = known.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  if (ahead === undefined) return skipped(check, "no host has said what time it is.");
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) < suspectFrom) return ok(check, `differs by ${seconds} s from that of the service.`);
  const message = `is ${seconds} s ${ahead > 0 ? "ahead of" : "behind"} that of the service.`;
  return Math.abs(ahead) < wrongFrom
    ? warning(check, "clock-skew", message, action)
    : problem(check, "clock-skew", `${message} Signatures, tokens and notifications will be refused.`, action);
}
