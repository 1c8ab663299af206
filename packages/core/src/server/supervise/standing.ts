import { isActive, type SessionState, unsettledOf } from "../../machine/state.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import type { RecordingOrder } from "./options.ts";

/** What somebody has asked for and not taken back. */
export interface Standing {
  readonly target: RecordingSessionTarget;
  readonly spareUid: string | null;
  /** At most so many starts in a row that come to nothing. */
  readonly limit: number;
  /** The service has taken it once. */
  readonly accepted: boolean;
  /** Starts by ourselves, and when the last one was. */
  readonly tries: number;
  readonly triedAt: number;
}

/** What follows by itself. `start` at that time, with this target. */
export type Plan =
  | { readonly type: "wait" | "over" }
  | { readonly type: "start"; at: number; target: RecordingSessionTarget };

/** In ms, before the next start in a row. Written out, so that an import runs nothing. */
const pauses = [0, 15_000, 30_000, 60_000, 120_000, 300_000];
/** A start in doubt: long enough for a notification to settle it first. */
const doubtPauses = [15_000, 30_000, 60_000, 120_000, 300_000];
/** A run that has lasted so long was a good one: counting begins anew. */
const goodRun = 600_000;

export function standingOf({ restart, cname, uid, mode }: RecordingOrder, now: number): Standing {
  return {
    target: { cname, uid, mode },
    spareUid: restart?.spareUid ?? null,
    limit: restart ? (restart.limit ?? 10) : 0,
    accepted: false,
    tries: 0,
    triedAt: now,
  };
}

const pause = (list: readonly number[], tries: number): number => list[Math.min(tries, list.length - 1)] ?? 0;

/** What has to happen where it stands now. */
export function planOf(state: SessionState<"recording">, standing: Standing | null): Plan {
  if (standing === null || state.step !== null || isActive(state) || state.flights.acquire !== null) {
    return { type: "wait" };
  }
  const { triedAt, tries, target, spareUid, limit, accepted } = standing;
  if (unsettledOf(state) !== null) {
    // Only the same start again can tell, or a notification. After an eviction nobody was told anything yet: at once.
    const at = state.error === null ? triedAt : triedAt + pause(doubtPauses, tries);
    return { type: "start", at, target: state.target };
  }
  const hasEnded = state.status === "stopped" || state.error !== null;
  if (!hasEnded) return { type: "start", at: triedAt, target: state.target };
  const wasAsked = state.status === "stopped" && state.ending !== "exited";
  if (wasAsked || !accepted || spareUid === null || tries >= limit) return { type: "over" };
  const uid = state.target.uid === spareUid ? target.uid : spareUid;
  return { type: "start", at: triedAt + pause(pauses, tries), target: { ...target, uid } };
}

/** After what has happened. */
export function keepUp(state: SessionState<"recording">, standing: Standing | null): Standing | null {
  if (standing === null || planOf(state, standing).type === "over") return null;
  const { handle, startedAt, checkedAt } = state;
  const isGood = isActive(state) && startedAt !== null && checkedAt !== null && checkedAt - startedAt > goodRun;
  if (standing.accepted === (handle !== null || standing.accepted) && !(isGood && standing.tries > 0)) return standing;
  return { ...standing, accepted: handle !== null || standing.accepted, tries: isGood ? 0 : standing.tries };
}
