import { lookAtLease } from "./acquire.ts";
import { check } from "./check.ts";
import type { TransitionResult } from "./effects.ts";
import { invalidState } from "./failures.ts";
import { createState, type SessionState } from "./state.ts";
import { canAsk, isActive } from "./activity.ts";
import { and, chain, giveUp, go, settle } from "./result.ts";
import { cancelUnsent } from "./end-start.ts";
import { settleOnline } from "./start.ts";
import { isStopInFlight, nextOrphan, repeatStop, stopOrphan } from "./stop.ts";
import type { SessionService } from "./types.ts";

/** Several signals come at once when somebody looks again; one question is enough for so many ms. */
const freshFor = 2000;

/** Whether a check may run now: a monitor rests while nobody looks, the confirmation of a start does not. */
export function mayCheck({ watched, visible, online, confirming }: SessionState): boolean {
  return online && (confirming !== null || (watched && visible));
}

/** Throttled timers of a hidden page are this late at most, in ms. */
const latest = 60_000;

/**
 * A timer fired, or should have. `due` is the time it was set to.
 *
 * @param late a try that is so late came after a sleep, or by a clock that was set forward: it is one more, not the next
 */
export function tick<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  due: number,
  late = latest,
): TransitionResult<S> {
  const oneMore = <Tries extends { readonly tries: number } | null>(series: Tries, at: number | null): Tries =>
    series && at !== null && now - at >= late ? { ...series, tries: series.tries - 1 } : series;
  const time = Math.max(now, due);
  const { stopping, checkAt, online } = given;
  // Only of what is sent now.
  const isAsked = mayCheck(given);
  const orphan = online && given.inFlight.orphan === null ? nextOrphan(given)?.id : undefined;
  const state = {
    ...given,
    missing: isAsked ? oneMore(given.missing, checkAt) : given.missing,
    confirming: isAsked ? oneMore(given.confirming, checkAt) : given.confirming,
    stopping: online ? oneMore(stopping, stopping?.at ?? null) : stopping,
    runs: given.runs.map((run) =>
      run.retry && run.id === orphan ? { ...run, retry: oneMore(run.retry, run.retry.at) } : run,
    ),
  };
  let result = lookAtLease(state, now, due);
  if (stopping?.at !== null && stopping?.at !== undefined && stopping.at <= time) result = chain(result, repeatStop);
  if (online) result = chain(result, (next) => stopOrphan(next, time));
  if (checkAt !== null && checkAt <= time && mayCheck(state)) {
    const { confirming, missing } = state;
    result = chain(result, (next) => check(next, confirming === null && missing === null ? "low" : "normal", true));
  }
  return result;
}

/** Somebody looks again, the network is back, or neither any more. Timers may have slept: look at everything now. */
export function wake<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  { visible, online }: { visible: boolean; online: boolean },
): TransitionResult<S> {
  const state = { ...given, visible, online };
  // A stop that waited for the network goes on. Only a timer knows that the time of a try has really passed.
  const stopped = chain(tick(state, now, now, 0), (next) => (next.stopping?.at === null ? repeatStop(next) : go(next)));
  const result = chain(stopped, (next) => settleOnline(next, now));
  const { confirming, missing, settings } = state;
  const isAsked = settings.monitorInterval !== null || confirming !== null || missing !== null;
  if (!mayCheck(state) || !canAsk(state) || !isAsked) return result;
  const asked = Math.max(state.checkedAt ?? 0, state.confirming?.since ?? 0);
  const isFresh = now >= asked && now - asked < freshFor;
  return isFresh ? result : chain(result, (next) => check(next, next.missing === null ? "low" : "normal"));
}

/** Somebody subscribed, or the last one left. */
export function watch<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  watched: boolean,
): TransitionResult<S> {
  if (watched === given.watched) return go(given);
  const { visible, online } = given;
  return wake({ ...given, watched }, now, { visible, online });
}

export function reset<S extends SessionService>(state: SessionState<S>): TransitionResult<S> {
  const { service, appId, target, settings, sender, watched, visible, online, calls, disposed } = state;
  const { runs, finished, noted, sentElsewhere, orphan, inFlight } = state;
  const fresh = createState(service, { appId, target, settings, sender });
  // A start in doubt stays in doubt, and what may come back is still stopped.
  const known = {
    runs,
    finished,
    noted,
    sentElsewhere,
    orphan,
    inFlight: { ...fresh.inFlight, orphan: inFlight.orphan },
  };
  const next = { ...fresh, ...known, watched, visible, online, calls, disposed };
  return go(next, {}, giveUp("acquire", "The session was reset."), settle("query"));
}

/** Why a reset is refused now, if it is. */
export function resetProblem(state: SessionState): Error | null {
  const busy = isActive(state) || state.step !== null || state.status === "acquiring" || state.restoring;
  return busy ? invalidState("It runs, or something is under way; stop it first.") : null;
}

/** What was sent goes on to its end, and that is stored; everything else ends now. */
export function dispose<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (state.disposed) return go(state);
  const why = "The session was disposed of.";
  const lost = [giveUp("acquire", why), giveUp("query", why), giveUp("running", why)];
  const stops = isStopInFlight(state) || (state.step !== null && state.stopWanted) ? [] : [giveUp("stop", why)];
  const calm = go(state, { checkAt: null, disposed: true }, { type: "abort" });
  return and(
    chain(calm, (next) => cancelUnsent(next, now)),
    ...lost,
    ...stops,
  );
}
