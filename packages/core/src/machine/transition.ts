import type { AgoraError } from "../errors/agora-error.ts";
import { acquire, leaseWake } from "./acquire.ts";
import { check, deferred } from "./check.ts";
import { queried, queryFailed } from "./query-answers.ts";
import type { TransitionResult } from "./effects.ts";
import { dispose, mayCheck, reset, resetProblem, tick, wake, watch } from "./environment.ts";
import { cancelUnsent } from "./end-start.ts";
import type { SessionEvent } from "./events.ts";
import { invalidState } from "./failures.ts";
import { notified, pushed, recall } from "./notices.ts";
import { acquired, acquireFailed, claimed, prepared } from "./send-start.ts";
import { settleAndStop, start } from "./start.ts";
import { started, startFailed, stored } from "./start-answers.ts";
import { orphans, type Retry, type StoredRun } from "./ledger.ts";
import { isSameRun } from "./identity.ts";
import { compareLedgers } from "./ledger-change.ts";
import type { InFlight, SessionState } from "./state.ts";
import { canAsk, isActive, mayRunOn, unsettledRuns } from "./activity.ts";
import { and, chain, clearedOf, go, settle } from "./result.ts";
import { nextOrphan, orphanFailed, orphanStopped, pauseAfter, stop, stopFailed, stopped } from "./stop.ts";
import { found, goOn, restored, resume, revive as goOnFrom, synced } from "./hydrate.ts";
import type { SessionService } from "./types.ts";

/**
 * The whole life cycle of a recording or transcription: a pure function of plain data. Carry out the effects in their
 * order, answer with events, and send a `tick` at `state.wakeAt`. A page, a test and the alarm of a Durable Object can
 * all drive it.
 */
export function transition<S extends SessionService>(
  state: SessionState<S>,
  event: SessionEvent<S>,
): TransitionResult<S> {
  return withLedger(state.runs, dropQuery(state, react(state, event)), event.now);
}

/** `revive`, as a transition. The storage of this process may never have heard of what the state knows: all is written. */
export function revive<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const result = goOnFrom(state, now);
  const isDoubtEnding = state.stopWanted && unsettledRuns(result.state).length > 0;
  return withLedger([], isDoubtEnding ? chain(result, (next) => settleAndStop(next, now)) : result, now);
}

/** Whatever an event did to the ledger is stored before anything else happens. */
function withLedger<S extends SessionService>(
  before: readonly StoredRun<S>[],
  result: TransitionResult<S>,
  now: number,
): TransitionResult<S> {
  const next = notTooFar(result.state, now);
  const state = { ...next, read: null, wakeAt: wakeOf(next) };
  // What was just read stands in storage already: written again it could bring back what another tab ends meanwhile.
  const change = compareLedgers(result.state.read ?? before, state.runs);
  if (change === null) return { state, effects: result.effects };
  return { state, effects: [{ type: "store", change, step: state.step }, ...result.effects] };
}

/** An answer about a run that is over, or is not shown any more, is not waited for: it says nothing about the next one. */
function dropQuery<S extends SessionService>(
  before: SessionState<S>,
  result: TransitionResult<S>,
): TransitionResult<S> {
  const { stranded, inFlight, handle } = result.state;
  if (inFlight.query === null || inFlight.query !== before.inFlight.query) return result;
  const isOver = (isActive(before) && !isActive(result.state)) || (before.stranded !== null && stranded === null);
  if (!isOver && (before.handle === null || isSameRun(before.handle, handle))) return result;
  return and({ ...result, state: { ...result.state, inFlight: { ...inFlight, query: null } } }, settle("query"));
}

function react<S extends SessionService>(state: SessionState<S>, event: SessionEvent<S>): TransitionResult<S> {
  const { now } = event;
  switch (event.type) {
    case "acquire":
      return acquire(state, now, event.target);
    case "start":
      return start(state, now, event.target);
    case "stop":
      if (!state.disposed && unsettledRuns(state).length > 0) return settleAndStop(state, now);
      // What could not be shown and could not be stopped yet is stopped now, because a caller waits for it.
      if (!state.disposed && !isActive(state) && state.step === null && mayRunOn(state)) {
        return chain(goOn(state, now), (next) => stop(next, now));
      }
      return chain(stop(state, now), (next) => cancelUnsent(next, now));
    case "query":
      return ask(state);
    case "resume":
      return resume(state, now, event.handle);
    case "reset":
      return resetProblem(state) ? go(state) : reset(state);
    case "dispose":
      return dispose(state, now);
    case "notification":
      return notified(state, now, event.notification);
    case "push":
      return pushed(state, now, event.snapshot, event.error, event.isShared ?? false);
    case "restored":
      return restored(state, now, event.runs);
    case "claimed":
      return flightOf(state, event.call) === "start" ? claimed(state, now, event.runs) : go(state);
    case "prepared":
      return flightOf(state, event.call) === "start" ? prepared(state, now) : go(state);
    case "stored":
      return event.step === state.step ? stored(state, now, event.error) : go(state);
    case "acquired":
      return flightOf(state, event.call) === "acquire" ? acquired(state, now, event.lease) : go(state);
    case "started":
      return flightOf(state, event.call) === "start" ? started(state, event.handle) : go(state);
    case "queried":
      return flightOf(state, event.call) === "query" ? queried(state, now, event.result) : go(state);
    case "deferred":
      return flightOf(state, event.call) === "query" ? deferred(state, now, event.wait, event.error) : go(state);
    case "stopped": {
      const flight = flightOf(state, event.call);
      if (flight === "stop") return stopped(state, now, event.result);
      return flight === "orphan" ? orphanStopped(state, now, event.result) : go(state);
    }
    case "failed":
      return failed(state, now, event.call, event.error);
    case "found":
      return found(state, now, event.runs);
    case "synced":
      return synced(state, now, event.runs, event.isFree);
    case "updated":
      // Of a run that is over it is no news.
      if (!isSameRun(event.handle, state.handle) || !isActive(state)) return go(state);
      if (event.error) return go(state, { error: event.error, errorOf: "update" });
      return go(state, clearedOf(state, "update"));
    case "clearError":
      return state.status === "failed" ? reset(state) : go(state, { error: null, errorOf: null });
    case "tick":
      return tick(state, now, event.due);
    case "wake":
      return wake(state, now, event);
    case "watch":
      return watch(state, now, event.watched);
  }
}

function flightOf(state: SessionState, call: number): keyof InFlight | undefined {
  return (Object.keys(state.inFlight) as (keyof InFlight)[]).find((flight) => state.inFlight[flight] === call);
}

function failed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  call: number,
  error: AgoraError,
): TransitionResult<S> {
  switch (flightOf(state, call)) {
    case "acquire":
      return acquireFailed(state, now, error);
    case "start":
      return recall(startFailed(state, now, error), now);
    case "query":
      return queryFailed(state, now, error);
    case "stop":
      return stopFailed(state, now, error);
    case "orphan":
      return orphanFailed(state, now, error);
    case undefined:
      return go(state);
  }
}

/** `query()`: joins a check that is under way. */
function ask<S extends SessionService>(state: SessionState<S>): TransitionResult<S> {
  if (state.disposed) return go(state, {}, settle("query", invalidState("The session was disposed of.")));
  if (state.inFlight.query !== null) return go(state);
  // Nothing can be asked: the snapshot is the answer.
  if (!canAsk(state)) return go(state, {}, settle("query"));
  return check(state, "high");
}

/** No pause but the monitor's is longer, in ms. */
const longestPause = 60_000;

/** A clock that was set back would put off what is planned: nothing waits longer than its own pause. */
function notTooFar<S extends SessionService>(state: SessionState<S>, now: number): SessionState<S> {
  const { checkAt, deferredBy, stopping, settings } = state;
  const checkBy = now + Math.max(longestPause, settings.monitorInterval ?? 0, deferredBy);
  const by = now + longestPause;
  const isFar = (at: number | null | undefined, limit: number) => typeof at === "number" && at > limit;
  const byOf = ({ refusals }: Retry) => now + Math.max(longestPause, pauseAfter(refusals));
  const isRunFar = orphans(state).some(({ retry }) => retry && isFar(retry.at, byOf(retry)));
  if (!isRunFar && !isFar(checkAt, checkBy) && !isFar(stopping?.at, by)) return state;
  return {
    ...state,
    checkAt: isFar(checkAt, checkBy) ? checkBy : checkAt,
    stopping: stopping && isFar(stopping.at, by) ? { ...stopping, at: by } : stopping,
    runs: isRunFar
      ? state.runs.map((run) =>
          run.retry && isFar(run.retry.at, byOf(run.retry))
            ? { ...run, retry: { ...run.retry, at: byOf(run.retry) } }
            : run,
        )
      : state.runs,
  };
}

/** When time itself is the next event. */
function wakeOf<S extends SessionService>(state: SessionState<S>): number | null {
  if (state.disposed) return null;
  const times = [
    leaseWake(state),
    mayCheck(state) && canAsk(state) && state.inFlight.query === null ? state.checkAt : null,
    state.stopping?.at ?? null,
    state.inFlight.orphan === null && state.online ? (nextOrphan(state)?.retry?.at ?? null) : null,
  ].filter((time): time is number => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
