import { check } from "./check.ts";
import { seeDoubts } from "./doubt.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { invalidState } from "./failures.ts";
import {
  alive,
  changeRun,
  currentRun,
  endRun,
  mergeStored,
  newRun,
  putRun,
  runFor,
  type Run,
  type StoredRun,
} from "./ledger.ts";
import { isSameRun, runId, withGrant } from "./identity.ts";
import { settleAndStop } from "./start.ts";
import { freshRun, type SessionState } from "./state.ts";
import { canAsk, isActive, unsettledRuns } from "./activity.ts";
import { and, chain, giveUp, go, settle } from "./result.ts";
import { beginStop } from "./stop.ts";
import { stopToo } from "./stopped-elsewhere.ts";
import { endOutlived } from "./supersede.ts";
import type { Handle, SessionService } from "./types.ts";

/** A run that is older was confirmed long ago, or has failed. */
const confirmTime = 90_000;
/** An end that is older is not shown. The run is stopped all the same, because the clock may be wrong. */
const oldEnd = 600_000;

/** Shows a run of the ledger that was not started here, and asks how it is. */
export function showRun<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  run: Run<S>,
): TransitionResult<S> {
  return check(shown(state, now, run), "low");
}

function shown<S extends SessionService>(state: SessionState<S>, now: number, run: Run<S>): SessionState<S> {
  const { handle } = run;
  return {
    ...state,
    ...freshRun,
    current: run.id,
    handle,
    // A look at the files of the run before has nothing to say about this one.
    inFlight: { ...state.inFlight, query: null },
    lease: null,
    error: null,
    status: "starting",
    startedAt: handle?.startedAt ?? null,
    confirmed: run.confirmed || now - (handle?.startedAt ?? now) > confirmTime,
    resumed: true,
    confirming: { since: now, tries: 0 },
  };
}

/** Goes on with what the ledger names: a run, a stop that was asked for, what may come back, a start in doubt. */
export function goOn<S extends SessionService>(given: SessionState<S>, now: number): TransitionResult<S> {
  const state = endOutlived(given, now);
  const { runs } = state;
  const running = alive(runs).at(-1);
  if (running) return showRun(state, now, running);
  const named = runs.filter(({ handle }) => handle !== null);
  const ending = named.findLast(({ goneAt }) => goneAt === null);
  if (ending) return beginStop(shown(changeRun(state, ending.id, { retry: null }), now, ending), now);
  const gone = named.findLast(({ goneAt }) => goneAt !== null && now - goneAt <= oldEnd);
  const isDoubtful = runs.some(({ handle }) => handle === null);
  if (gone && !isDoubtful && state.status === "idle" && state.handle === null) {
    const { handle } = gone;
    return go(state, { status: "stopped", ending: "already-ended", handle, startedAt: handle?.startedAt ?? null });
  }
  return go(state);
}

/** `resume(handle)`: something that was started elsewhere. */
export function resume<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  handle: Handle<S>,
): TransitionResult<S> {
  if (state.disposed || isActive(state) || state.step !== null || state.inFlight.acquire !== null) {
    const isIt = isActive(state) && isSameRun(state.handle, handle);
    return go(state, {}, settle("query", isIt ? undefined : invalidState("Something else runs, or is being started.")));
  }
  return follow(state, now, handle);
}

/** From here on the session looks after this run. */
export function follow<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  handle: Handle<S>,
  { isGuess = false } = {},
): TransitionResult<S> {
  // That a notification has named it is no more than that: it gets no ID by which others could know it.
  const id = isGuess ? `notified ${runId(handle)}` : runId(handle);
  const known = runFor(state.runs, handle) ?? newRun<S>({ id });
  // What is taken up again is not stopped behind its back.
  const best = withGrant(known, handle);
  const run = { ...known, handle: best, isGuess, endAskedAt: null, goneAt: null, retry: null };
  return showRun({ ...state, runs: putRun(state.runs, run), error: null }, now, run);
}

/** A look into storage found what another session of this key has started. */
export function found<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[] | null,
): TransitionResult<S> {
  const isIdle = !state.disposed && !state.restoring && !isActive(state) && state.step === null;
  if (!isIdle || there === null || state.inFlight.acquire !== null) return go(state);
  const isNews = there.some(({ id, handle }) =>
    handle === null ? !state.runs.some((run) => run.id === id) : !isSameRun(handle, state.handle),
  );
  return isNews ? goOn(mergeStored(state, there, now), now) : go(state);
}

/**
 * What another tab has started is shown, what it has ended is over. Nothing is asked of the service but what it is up to.
 *
 * @param isFree nobody starts under this key now, so a start without an outcome is one in doubt
 */
export function synced<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[],
  isFree = false,
): TransitionResult<S> {
  if (state.disposed || state.restoring || state.step !== null) return go(state);
  if (isActive(state)) return learn(isFree ? withDoubts(state, there) : state, now, there);
  const result = seeDoubts(state, now, there, isFree);
  if (state.inFlight.acquire !== null) return result;
  const merged = mergeStored(result.state, there, now);
  const running = alive(merged.runs).findLast(({ handle }) => !isSameRun(handle, state.handle));
  return running ? showRun(merged, now, running) : result;
}

/** What stands in storage in doubt, beside what runs. */
function withDoubts<S extends SessionService>(state: SessionState<S>, there: readonly StoredRun<S>[]): SessionState<S> {
  const news = there.filter(({ id, handle }) => handle === null && !state.runs.some((run) => run.id === id));
  if (news.length === 0) return state;
  const runs = [...state.runs, ...news.map((run) => ({ ...run, retry: null }))];
  return { ...state, runs, read: runs };
}

/** What another tab has found out about the run that is shown here. That it ends, only the service says for sure. */
function learn<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[],
): TransitionResult<S> {
  const stored = there.find(({ id }) => id === given.current);
  const state = confirmedElsewhere(given, stored);
  const run = currentRun(state);
  const isEnding = stored !== undefined && stored.endAskedAt !== null;
  // In doubt there: another tab has taken the handle for a wrong one.
  const isNamed = stored !== undefined && stored.handle !== null;
  if (run === null || state.status === "stopping" || (isNamed && !isEnding)) return go(state);
  if (!state.notFound) return isEnding ? go(state) : check({ ...state, unlisted: true }, "normal");
  if (stored && !isEnding) return go(state);
  const known = isEnding ? stopToo(state, run.id, now, stored.endAskedAt) : endRun(state, run.id, "proved-elsewhere");
  const stopped = { status: "stopped", ending: "already-ended", error: null, current: null } as const;
  const ending = go(
    { ...known, ...ended },
    stopped,
    giveUp("running", "It was stopped in another tab."),
    settle("query"),
  );
  // Another run may have taken its place.
  return chain(ending, (next) => synced(next, now, there));
}

/** What was seen running is not taken for a start that failed; and the handle by which it was seen is good. */
function confirmedElsewhere<S extends SessionService>(
  state: SessionState<S>,
  stored: StoredRun<S> | undefined,
): SessionState<S> {
  if (!stored?.confirmed || currentRun(state)?.confirmed || !isSameRun(stored.handle, state.handle)) return state;
  const { handle } = stored;
  const known = changeRun(state, stored.id, { confirmed: true, handle, isGuess: false });
  // It stands in storage already.
  return { ...known, confirmed: true, handle, read: known.runs };
}

/** Storage was read. */
export function restored<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[] | null,
): TransitionResult<S> {
  if (!state.restoring) return go(state);
  // A start is in doubt unless another tab is on its way to it.
  const known = there?.filter(({ handle, endAskedAt }) => handle !== null || endAskedAt !== null) ?? [];
  const shown = goOn(mergeStored({ ...state, restoring: false }, known, now), now);
  // A page that has gone was told to stop it.
  const isAsked = unsettledRuns(shown.state).length > 0;
  const result = isAsked ? chain(shown, (next) => settleAndStop(next, now)) : shown;
  return known.length === (there?.length ?? 0) ? result : and(result, { type: "look", isFree: true });
}

/** A state of another process, or of before an eviction: nothing that was in flight then is waited for. */
export function revive<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const runs = state.runs.map((run) =>
    // Stopped once more at once; that is not one of the planned tries.
    run.retry ? { ...run, retry: { ...run.retry, tries: run.retry.tries - 1, at: Math.min(run.retry.at, now) } } : run,
  );
  const fresh: SessionState<S> = {
    ...state,
    runs,
    inFlight: { acquire: null, start: null, query: null, stop: null, orphan: null },
    orphan: null,
    heard: null,
    step: null,
    stopWanted: false,
    disposed: false,
    restoring: false,
    sentElsewhere:
      state.step === "sent" && state.current ? [...state.sentElsewhere, state.current] : state.sentElsewhere,
  };
  const run = runs.find(({ id }) => id === state.current);
  if (state.step === "accepting" && run?.handle) {
    const next = shown(fresh, now, run);
    return state.stopWanted ? beginStop(next, now) : check(next, "low");
  }
  const idle = { ...fresh, current: null, status: "idle" } as const;
  if (state.step === "sent") return go(idle, { lease: null });
  if (state.step !== null || state.status === "acquiring") {
    // Noted, and never sent: unless it repeats a start that was.
    const known = state.step === "noting" && !state.repeats ? endRun(idle, run?.id ?? null, "not-sent") : idle;
    return go(known, { status: state.lease ? "acquired" : "idle" });
  }
  if (state.status === "stopping" && state.stopping) return beginStop({ ...fresh, status: state.stopping.before }, now);
  return canAsk(fresh) ? check(fresh, "low") : go(fresh);
}
