import { get } from "../../validation/get.ts";
import type { Report } from "../../validation/object.ts";
import { accept, advise, type Schema } from "../../validation/schema.ts";
import type { KnownRecordingMode, RecordingMode } from "../types/mode.ts";

/*
 * Rules about who records what that only the service can check:
 *
 * | Rule | Why |
 * |---|---|
 * | R1 (second half) | whether the uid is free in the channel |
 * | R4, R5, R6, R7 | what the resource ID was given for, whether it is spent, whether a task runs, the service's clock |
 * | R8 | `startParameter` was sent in another call, often from another process |
 * | R10 | whether the project has an App Certificate |
 * | R36 | the same as R8, and the geography of open lists of regions |
 */

const CHANNEL_NAME = /^[\w !#$%&()+\-:;<=.>?@[\]^{}|~,]{1,64}$/;

/** R2, R3: in raw, individual and mix mode `cname` is a channel, in web mode any label. */
export function checkCname(request: unknown, report: Report, isChannel: boolean): void {
  const cname = get(request, "cname");
  if (typeof cname !== "string") return;
  if (isChannel) {
    if (!CHANNEL_NAME.test(cname)) {
      report("cname", "must have 1 to 64 characters of a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,");
    }
  } else if (!cname || new TextEncoder().encode(cname).length > 1024) {
    report("cname", "must have 1 to 1024 bytes");
  }
}

const knownModes: readonly string[] = ["raw", "mix", "web", "individual"];

/** The mode of a start, where a word that is not known is warned of. The guides call `mix` composite. */
export function startMode(): Schema<RecordingMode> {
  const called = advise(mode(), (value) => value !== "composite", "is called mix in requests");
  const isFine = (value: unknown) => value === "composite" || knownModes.some((known) => known === value);
  return advise(called, isFine, `is not documented: known are ${knownModes.join(", ")}`);
}

/**
 * A mode: a known one, or any other word, which stands in the path of a URL like an ID. Another case of a known one is a
 * slip: paths are case sensitive.
 */
export function mode(without: readonly KnownRecordingMode[] = []): Schema<RecordingMode> {
  const accepted = knownModes.filter((word) => !without.some((other) => other === word));
  return accept(
    (value) =>
      typeof value === "string" &&
      /^[\w-]+$/.test(value) &&
      (accepted.includes(value) || !knownModes.includes(value.toLowerCase())),
    `must be ${accepted.join(", ")} or the word of a mode that this SDK does not know`,
  );
}

/** Whether that mode records a channel. Unknown modes do not: nothing is known about their rules. */
export function isChannelMode(value: unknown): value is "raw" | "individual" | "mix" {
  return value === "raw" || value === "individual" || value === "mix";
}
