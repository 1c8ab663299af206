import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { nextMonitor } from "./check.ts";
import { backInDoubt, standsForStart } from "./doubt.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { invalidState, isSameFailure, notRunningError } from "./failures.ts";
import { changeRun, currentRun, endCurrent, type Proof } from "./ledger.ts";
import { and, chain, go, settle } from "./result.ts";
import { advance, confirmPauses, isDone, pause, recoveryPauses, seriesTime, unreachablePauses } from "./series.ts";
import type { SessionState } from "./state.ts";
import { lookAgain } from "./stranded.ts";
import type { SessionService } from "./types.ts";

/** It is over, and nobody here stopped it. */
export function exited<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  proof: Proof,
): TransitionResult<S> {
  const over = invalidState("It ended before it was seen running.");
  const end = { status: "stopped", ending: "exited" } as const;
  const result = go({ ...endCurrent(state, proof), ...ended, current: null }, end, settle("running", over));
  return chain(result, (next) => lookAgain(next, now));
}

export function failed<S extends SessionService>(state: SessionState<S>, error: AgoraError): TransitionResult<S> {
  return go({ ...state, ...ended }, { status: "failed", error, current: null }, settle("running", error));
}

/** The error for a run that is not there; what the service said last is in it. */
export function notRunning<S extends SessionService>(
  { service, handle, serverStatus }: SessionState<S>,
  cause?: AgoraError,
): AgoraError {
  const { status, code, reason, requestId } = cause ?? {};
  const detail = serverStatus === null ? undefined : `The last status was ${serverStatus}.`;
  return notRunningError(service, { status, code, reason, requestId, cause, handle: handle ?? undefined, detail });
}

/** 404s for as long as a failover can take. */
function vanished<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  return standsForStart(currentRun(state)) ? backInDoubt(state, error) : exited(state, now, "gone");
}

/**
 * The question was refused: a login that ran out, a body that somebody on the way does not like. That says nothing about
 * the run, so it is shown and asked again, and brings the end of no series nearer.
 */
export function refused<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const { confirming, missing } = state;
  const shown = { error: isSameFailure(state.error, error) ? state.error : error, errorOf: "query" as const };
  if (confirming === null && missing === null) return go(state, { ...shown, checkAt: nextMonitor(state, now) });
  return askLater({ ...state, ...shown }, now, error);
}

/** The answer taught nothing, so the session asks again. After the usual time `whenRunning()` rejects with the reason. */
function askLater<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const { confirming, unreachable } = state;
  const next = now + pause(unreachablePauses, unreachable);
  const deadline = confirming && confirming.since + seriesTime;
  const isLate = deadline !== null && now >= deadline;
  const checkAt = deadline === null || isLate ? next : Math.min(next, deadline);
  const asked = go(state, { unreachable: unreachable + 1, checkAt });
  return isLate ? and(asked, settle("running", error)) : asked;
}

/** A 404, or a server that cannot tell. */
export function missed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  failure: "gone" | "unsure",
  error: AgoraError,
): TransitionResult<S> {
  if (state.confirming && !state.confirmed) {
    return unconfirmed(state, now, failure === "gone" ? notRunning(state, error) : error, failure === "gone");
  }
  const { failoverTime } = adapterOf(state);
  if (failure === "gone" && (failoverTime === 0 || state.saidOver)) return vanished(state, now, error);
  // Only a 404 is a sign of the end, and only as long as 404s go on: a server that cannot tell proves nothing.
  const known = state.missing ?? { since: now, tries: -1 };
  const missing = failure === "gone" ? advance(known.tries < 0 ? { since: now, tries: -1 } : known, now) : known;
  if (failure === "gone" && isDone(missing, recoveryPauses, now)) return vanished(state, now, error);
  const unreachable = failure === "gone" ? 0 : state.unreachable + 1;
  return go(state, {
    status: "recovering",
    confirming: null,
    missing,
    unreachable,
    checkAt: now + pause(recoveryPauses, failure === "gone" ? missing.tries : state.unreachable),
  });
}

/** Not confirmed yet: asks again, or gives up when the time is over. */
export function unconfirmed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
  isGone = false,
): TransitionResult<S> {
  const { confirming, handle } = state;
  if (confirming === null || handle === null) return go(state);
  // What was not started here, or was seen running, ends by 404s alone, and by as many as a failover can last.
  const isPatient = state.resumed || state.confirmed;
  if (isPatient && !isGone) return askLater(state, now, error);
  const series = advance(isPatient && confirming.tries === 0 ? { since: now, tries: 0 } : confirming, now);
  if (!isDone(series, confirmPauses, now)) {
    // Another tab may have seen it.
    const asked = { confirming: series, checkAt: now + pause(confirmPauses, series.tries) };
    return isPatient ? go(state, asked) : go(state, asked, { type: "look" });
  }
  if (isPatient) return and(vanished(state, now, error), settle("running", error));
  // What was started here and never showed itself is stopped, should it still come up: nobody would look after it.
  if (isGone && adapterOf(state).failoverTime === 0) return failed(endCurrent(state, "gone"), error);
  const retry = { tries: -1, refusals: 0, at: now };
  return failed(changeRun(state, state.current, { endAskedAt: now, goneAt: isGone ? now : null, retry }), error);
}
