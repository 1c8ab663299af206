import type { AgoraError } from "../errors/agora-error.ts";
import type { Reading } from "./adapters/adapter.ts";
import { adapterOf } from "./adapters/adapters.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { backInDoubt, isDisproof } from "./doubt.ts";
import { invalidState, isSameFailure, notRunningError, readQueryFailure } from "./failures.ts";
import { canAsk, isActive, runningStatus, type Series, type SessionState } from "./state.ts";
import { advance, confirmPauses, isDone, pause, recoveryPauses, seriesTime, unreachablePauses } from "./series.ts";
import { lookAgain } from "./stranded.ts";
import { supersede } from "./supersede.ts";
import { and, chain, clearedOf, go, landed, settle, take } from "./result.ts";
import { changeRun, currentRun, endCurrent, type Proof } from "./ledger.ts";
import { isSameJson } from "./same-snapshot.ts";
import type { SessionService, SessionTypes } from "./types.ts";

/** So many checks in a row that reach nobody are shown. */
const mostUnreachable = 3;

/** Waits for the first sign of life. */
export function confirmSoon<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  return go(state, { confirming: { since: now, tries: 0 }, checkAt: now + pause(confirmPauses, 0) });
}

/**
 * Asks now, unless somebody asks already or stop is under way.
 *
 * @param isPlanned its time has come; else it is one try more, which does not bring the end of a series nearer
 */
export function check<S extends SessionService>(
  state: SessionState<S>,
  priority: RequestPriority,
  isPlanned = false,
): TransitionResult<S> {
  const { handle, missing, confirming } = state;
  if (handle === null || !canAsk(state) || state.inFlight.query !== null) return go(state);
  const { call, patch } = take(state, "query");
  const more = <T extends Series | null>(series: T): T =>
    isPlanned || state.deferredBy > 0 || series === null ? series : { ...series, tries: series.tries - 1 };
  const asking = { ...patch, checkAt: null, deferredBy: 0, missing: more(missing), confirming: more(confirming) };
  return go(state, asking, { type: "query", call, handle, priority });
}

/** The rate limit has no room for the question yet. Nothing was asked, so nothing was learnt. */
export function deferred<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  wait: number,
  error?: AgoraError,
): TransitionResult<S> {
  const next = landed(state, "query");
  if (error === undefined) return go(next, { checkAt: now + wait, deferredBy: wait });
  // Somebody had asked; what was planned is still to be done.
  const isSeries = state.confirming !== null || state.missing !== null;
  return go(next, { checkAt: isSeries ? now + wait : nextMonitor(state, now) }, settle("query", error));
}

function nextMonitor<S extends SessionService>({ settings }: SessionState<S>, now: number): number | null {
  return settings.monitorInterval === null ? null : now + settings.monitorInterval;
}

/** The service answered. */
export function queried<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  result: SessionTypes[S]["queried"],
): TransitionResult<S> {
  const reading = adapterOf(given).read(result);
  const { serverStatus, upload } = reading;
  const files = reading.files === null || isSameJson(reading.files, given.files) ? given.files : reading.files;
  const state = {
    ...landed(given, "query"),
    serverStatus,
    files,
    upload: upload ?? given.upload,
    checkedAt: now,
    unreachable: 0,
    notFound: false,
  };
  return and(settleReading(state, now, reading), settle("query"));
}

function settleReading<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  reading: Reading<S>,
): TransitionResult<S> {
  if (state.stranded !== null) return lookAgain(state, now);
  // The answer to a question of before the stop.
  if (!isActive(state) || state.status === "stopping") return go(state);
  switch (reading.phase) {
    case "running":
      return runs(state, now);
    case "recovering":
      return go(state, {
        status: "recovering",
        confirming: null,
        missing: state.missing ?? { since: now, tries: -1 },
        checkAt: now + pause(recoveryPauses, 1),
      });
    case "stopping":
      return go(state, { checkAt: now + pause(recoveryPauses, 0) });
    case "over":
      return exited(state, now, "said-ended");
    case "broken":
      if (adapterOf(state).failoverTime === 0) return failed(endCurrent(state, "said-ended"), notRunning(state));
      return missed(state, now, "gone", notRunning(state));
    case "starting":
      if (state.confirming) return unconfirmed(state, now, notRunning(state));
      return go(state, { checkAt: now + pause(recoveryPauses, 0) });
  }
}

function runs<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  // Storage does not know it, or not by this handle: a copy, so that it is written again.
  const relisted = state.unlisted && state.handle ? { handle: Object.assign({}, state.handle) } : {};
  const seen = { confirmed: true, isGuess: false, ...relisted };
  return go(
    { ...supersede(changeRun(state, state.current, seen), now), ...ended },
    {
      unlisted: false,
      notFound: false,
      status: runningStatus(state),
      confirmed: true,
      ...clearedOf(state, "query"),
      checkAt: nextMonitor(state, now),
    },
    settle("running"),
  );
}

/** It is over, and nobody here stopped it. */
function exited<S extends SessionService>(state: SessionState<S>, now: number, proof: Proof): TransitionResult<S> {
  const over = invalidState("It ended before it was seen running.");
  const end = { status: "stopped", ending: "exited" } as const;
  const result = go({ ...endCurrent(state, proof), ...ended, current: null }, end, settle("running", over));
  return chain(result, (next) => lookAgain(next, now));
}

/** 404s for as long as a failover can take. */
function vanished<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  return currentRun(state)?.isGuess ? backInDoubt(state, error) : exited(state, now, "gone");
}

function failed<S extends SessionService>(state: SessionState<S>, error: AgoraError): TransitionResult<S> {
  return go({ ...state, ...ended }, { status: "failed", error, current: null }, settle("running", error));
}

/** The query came to nothing. */
export function queryFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const state = landed(given, "query");
  const failure = readQueryFailure(error);
  const told =
    failure === "gone" || failure === "alive" || failure === "ending" || failure === "unsure"
      ? settle("query")
      : settle("query", error);
  // The server that had the files is gone. A notification tells where they are.
  if (state.stranded !== null)
    return and(failure === "gone" ? go(state, { stranded: null }) : lookAgain(state, now), told);
  if (!isActive(state) || state.status === "stopping") return go(state, {}, told);
  switch (failure) {
    case "alive":
      return and(runs({ ...state, checkedAt: now }, now), told);
    case "ending":
      return go(state, { checkedAt: now, checkAt: now + pause(recoveryPauses, 0) }, told);
    case "gone":
      return and(missed({ ...state, checkedAt: now, notFound: true }, now, failure, error), { type: "look" }, told);
    case "unsure":
      return and(missed({ ...state, checkedAt: now }, now, failure, error), told);
    case "unreachable":
    case "busy": {
      const unreachable = state.unreachable + 1;
      const shown = unreachable >= mostUnreachable && state.error === null ? { error, errorOf: "query" as const } : {};
      return go(state, { ...shown, unreachable, checkAt: now + pause(unreachablePauses, state.unreachable) }, told);
    }
    case "refused":
      if (isDisproof(state, error)) return and(backInDoubt(state, error), told);
      return and(refused(state, now, error), told);
  }
}

/**
 * The question was refused: a login that ran out, a body that somebody on the way does not like. That says nothing about
 * the run, so it is shown and asked again, and brings the end of no series nearer.
 */
function refused<S extends SessionService>(
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
function missed<S extends SessionService>(
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
function unconfirmed<S extends SessionService>(
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

/** The error for a run that is not there; what the service said last is in it. */
function notRunning<S extends SessionService>(
  { service, handle, serverStatus }: SessionState<S>,
  cause?: AgoraError,
): AgoraError {
  const { status, code, reason, requestId } = cause ?? {};
  const detail = serverStatus === null ? undefined : `The last status was ${serverStatus}.`;
  return notRunningError(service, { status, code, reason, requestId, cause, handle: handle ?? undefined, detail });
}
