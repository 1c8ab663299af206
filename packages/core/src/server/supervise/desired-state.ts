import type { SessionState } from "../../machine/state.ts";
import { isActive, unsettledOf } from "../../machine/activity.ts";
import type { SessionService, Target } from "../../machine/types.ts";
import { textAt } from "../../runtime/json.ts";
import type { RestartOptionsOf } from "./options.ts";
import { supervisedService } from "./services.ts";

/** What was asked for and not taken back. */
export interface DesiredState<S extends SessionService> {
  readonly target: Target<S>;
  /** Of a recording: the uid that it is started with in turn. */
  readonly spareUid: string | null;
  /** At most so many starts in a row that come to nothing. */
  readonly limit: number;
  /** The service has taken it once. */
  readonly accepted: boolean;
  /** Starts by the supervisor itself, and when the last one was. */
  readonly tries: number;
  readonly triedAt: number;
}

/** What the difference between what is and what is desired leads to. `start` at that time, with this target. */
export type Action<S extends SessionService> =
  | { readonly type: "wait" | "over" }
  | { readonly type: "start"; readonly at: number; readonly target: Target<S> };

/** In ms, before the next start in a row. Written out, so that an import runs nothing. */
const pauses = [0, 15_000, 30_000, 60_000, 120_000, 300_000];
/** A start in doubt: long enough for a notification to settle it first. */
const doubtPauses = [15_000, 30_000, 60_000, 120_000, 300_000];
/** A run that has lasted so long was a good one: counting begins anew. */
const goodRun = 600_000;

export function desiredStateOf<S extends SessionService>(
  target: Target<S>,
  restart: RestartOptionsOf[S] | undefined,
  now: number,
): DesiredState<S> {
  const spareUid = restart ? (textAt({ ...restart }, "spareUid") ?? null) : null;
  return { target, spareUid, limit: restart ? (restart.limit ?? 10) : 0, accepted: false, tries: 0, triedAt: now };
}

const pause = (list: readonly number[], tries: number): number => list[Math.min(tries, list.length - 1)] ?? 0;

/** What has to happen. */
export function reconcile<S extends SessionService>(
  state: SessionState<S>,
  desired: DesiredState<S> | null,
): Action<S> {
  if (desired === null || state.step !== null || isActive(state) || state.inFlight.acquire !== null) {
    return { type: "wait" };
  }
  const { triedAt, tries, target, spareUid, limit, accepted } = desired;
  if (unsettledOf(state) !== null) {
    // Only the same start again can tell, or a notification. After an eviction no notification has been seen yet: ask at once.
    const at = state.error === null ? triedAt : triedAt + pause(doubtPauses, tries);
    return { type: "start", at, target: state.target };
  }
  const hasEnded = state.status === "stopped" || state.error !== null;
  if (!hasEnded) return { type: "start", at: triedAt, target: state.target };
  const wasAsked = state.status === "stopped" && state.ending !== "exited";
  if (wasAsked || !accepted || tries >= limit) return { type: "over" };
  const next = supervisedService(state.service).next(target, state.target, spareUid);
  return { type: "start", at: triedAt + pause(pauses, tries), target: next };
}

/** What is desired after what has happened. */
export function updateDesired<S extends SessionService>(
  state: SessionState<S>,
  desired: DesiredState<S> | null,
): DesiredState<S> | null {
  if (desired === null || reconcile(state, desired).type === "over") return null;
  const { handle, startedAt, checkedAt } = state;
  const isGood = isActive(state) && startedAt !== null && checkedAt !== null && checkedAt - startedAt > goodRun;
  const accepted = handle !== null || desired.accepted;
  if (desired.accepted === accepted && !(isGood && desired.tries > 0)) return desired;
  return { ...desired, accepted, tries: isGood ? 0 : desired.tries };
}
