import { createLimits, type ProxyCall } from "@agora-edge/core/server";

/** Uids that only recorders have: one with the uid of somebody in the channel would throw that person out. */
export const recorderUids: readonly string[] = ["900001", "900002"];

/** Seconds for which a recording goes on with nobody in the channel. */
export const longestIdle = 300;
/** Hours for which what was acquired can be used. */
export const longestHours = 24;

/** What users may have recorded here: what is said and shown in their channels, in one picture. No pages, no captions. */
export function createRecordingLimits(): (call: ProxyCall) => string | undefined {
  return createLimits({ modes: ["mix"], recorderUids, maxIdleTime: longestIdle, maxHours: longestHours });
}
