import type { Series } from "./state.ts";

const s = 1000;
/** After a start: first after 5 s, then with growing pauses. Shorter than the usual idle time. */
export const confirmPauses = [5 * s, 10 * s, 15 * s, 15 * s, 15 * s, 15 * s, 15 * s];
/** Agora docs: monitor; after a 404 or 5xx. */
export const recoveryPauses = [5 * s, 10 * s, 15 * s, 30 * s, 30 * s];
/** Both series take as long as a failover. A start that is not confirmed by then has failed, a run that is missing is over. */
export const seriesTime = 90 * s;
/** From the first sign of life of a recording to the look at its first file, which the service writes some 15 s after the start. */
export const firstFile = 15 * s;
/** While checks reach nobody. */
export const unreachablePauses = [5 * s, 10 * s, 20 * s, 40 * s, 60 * s];

/**
 * Whether a series of pauses is over: by the clock and by the number of tries, because a clock can be set forward.
 */
export const isDone = ({ since, tries }: Series, pauses: readonly number[], now: number): boolean =>
  tries >= pauses.length && now >= since + seriesTime;

/** Until the next try of a series, in ms. */
export const pause = (pauses: readonly number[], tries: number): number =>
  pauses[Math.max(0, Math.min(tries, pauses.length - 1))] ?? 0;

/** One try more. The clock may have been set back meanwhile. */
export function advance({ since, tries }: Series, now: number): Series {
  return { since: Math.min(since, now), tries: tries + 1 };
}
