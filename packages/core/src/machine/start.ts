import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { confirmSoon } from "./check.ts";
import type { TransitionResult } from "./effects.ts";
import { invalidState, isUnreachable, mayHaveWorked, needsNewLease, runsAlready, storageFailed } from "./failures.ts";
import { ended } from "./ended.ts";
import {
  alive,
  changeRun,
  currentRun,
  endCurrent,
  inDoubt,
  isSameRun,
  mergeStored,
  newRun,
  putRun,
  runFor,
  runId,
  serviceId,
  type StoredRun,
} from "./ledger.ts";
import { freshRun, isActive, isUsable, type SessionState, unsettledOf } from "./state.ts";
import { and, chain, giveUp, go, landed, settle, take } from "./result.ts";
import { beginStop } from "./stop.ts";
import { endOutlived, supersede } from "./supersede.ts";
import { showRun } from "./hydrate.ts";
import type { Handle, Lease, SessionService, Target } from "./types.ts";

function hasLease<S extends SessionService>(state: SessionState<S>, now: number, margin: number): boolean {
  const { lease, target } = state;
  return lease !== null && isUsable(lease, now, margin) && adapterOf(state).isFor(target, lease);
}

/** `start()`: a call while something runs, or is being started, shares that. */
export function start<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  target: Target<S> = state.target,
): TransitionResult<S> {
  if (state.disposed) return go(state, {}, settle("start", invalidState("The session was disposed of.")));
  if (state.status === "stopping" || (state.step && state.stopWanted)) {
    return go(state, {}, settle("start", invalidState("It is being stopped; wait for the end before the next start.")));
  }
  if (state.step !== null) return go(state);
  if (isActive(state)) return go(state, {}, settle("start"));
  // What was said to be over stays over, even if the clock was set back.
  const lease = state.status === "expired" ? null : state.lease;
  const repeats = unsettledOf(state) !== null;
  const begun = { ...state, ...freshRun, lease, target, handle: null, error: null, renewed: false, stopWanted: false };
  const needsLease = adapterOf(state).leased && !repeats && !hasLease(begun, now, state.settings.safetyMargin);
  const { call, patch } = take(begun, "start");
  const status = needsLease ? "acquiring" : "starting";
  const claiming = { step: "claiming", status, current: null, repeats, heard: null } as const;
  return go(begun, { ...patch, ...claiming }, { type: "claim", call });
}

/** Nobody else starts under this key now: what is in storage counts. */
export function claimed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[] | null,
): TransitionResult<S> {
  const landedState = landed(given, "start");
  // What another tab has settled meanwhile, or has left to be stopped, counts.
  const state = endOutlived(there === null ? landedState : mergeStored(landedState, there, now), now);
  if (state.disposed) return cancel(state, now);
  const running = alive(state.runs).at(-1);
  if (running) {
    // Another tab, or another session, has started it meanwhile.
    const found = { ...state, step: null, status: "idle", stopWanted: false } as const;
    const shown = and(showRun(found, now, running), settle("start"), noLease(), { type: "release" });
    return state.stopWanted ? chain(shown, (next) => beginStop(next, now)) : shown;
  }
  const doubt = inDoubt(state.runs).at(-1) ?? null;
  if (state.stopWanted && doubt === null) return cancel(state, now);
  if (doubt?.intent && !adapterOf(state).isMeant(state.target, doubt.intent)) {
    const refusal = "A start of something else is in doubt under this key: start that again, or use another key.";
    return failStart(state, now, invalidState(refusal));
  }
  const status = doubt ? "starting" : state.status;
  const { call, patch } = take(state, "start");
  const known = { current: doubt?.id ?? null, repeats: doubt !== null, status, step: "preparing" } as const;
  return go(state, { ...patch, ...known }, { type: "prepare", call });
}

/** The body is ready: from now on every second counts, because leases are short. */
export function prepared<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  return getLease(landed(state, "start"), now);
}

/**
 * A start that was not sent is not wanted any more. One that repeats a start in doubt is sent all the same: only it can
 * name what runs, so that it can be stopped.
 */
function isCalledOff({ stopWanted, disposed, repeats }: SessionState): boolean {
  return disposed || (stopWanted && !repeats);
}

/**
 * `stop()` where a start is in doubt: it is repeated, which names what runs, and that is stopped. Without a network it
 * waits.
 */
export function settleAndStop<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (!state.online) return go({ ...state, ...freshRun, handle: null, error: null }, untilOnline);
  const result = start(state, now);
  return { ...result, state: { ...result.state, stopWanted: true } };
}

/** Nothing is held while it waits for the network. What is still in doubt then is asked for anew. */
const untilOnline = { step: "waiting", status: "starting", current: null, repeats: true, stopWanted: true } as const;

/** The network is back: a stop that waited for it goes on. */
export function settleOnline<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (state.step !== "waiting" || !state.online) return go(state);
  const { heard } = state;
  const result = settleAndStop({ ...state, step: null }, now);
  return { ...result, state: { ...result.state, heard } };
}

function getLease<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (isCalledOff(state)) return cancel(state, now);
  if (currentRun(state)) {
    if (adapterOf(state).leased) return and(sendStart(state), noLease());
    return note(state, now);
  }
  if (!adapterOf(state).leased || hasLease(state, now, state.settings.safetyMargin)) return note(state, now);
  const waiting = { step: "acquiring", status: "acquiring" } as const;
  if (state.inFlight.acquire !== null) return go(state, waiting);
  const { call, patch } = take(state, "acquire");
  return go(state, { ...waiting, ...patch }, { type: "acquire", call, target: state.target });
}

/**
 * Before a start is sent, storage knows of it. One that is repeated without a lease can begin another run, so that it gets
 * an ID of its own; only one of the two can be alive.
 */
function note<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const adapter = adapterOf(state);
  let intent = adapter.toIntent(state.target, state.lease, now);
  // Without a lease a start is known by its time, and no two of one key may have the same.
  for (let at = now; !adapter.leased && state.runs.some(({ id }) => id === runId(intent)); at++) {
    intent = adapter.toIntent(state.target, null, at);
  }
  const run = newRun<S>({ id: runId(intent), intent });
  const others = endCurrent(state, "superseded");
  const runs = putRun(others.runs, run);
  const noted = [...others.noted.filter((id) => id !== run.id && runs.some((one) => one.id === id)), run.id];
  const patch = { runs, noted, current: run.id, step: "noting", status: "starting" } as const;
  return go(others, patch, settle("acquire"));
}

/** Answers calls of `acquire()` that were made while this start was acquiring. */
function noLease() {
  return settle("acquire", invalidState("There was no need of a lease: it runs already, or a start is repeated."));
}

function sendStart<S extends SessionService>(state: SessionState<S>): TransitionResult<S> {
  const intent = currentRun(state)?.intent ?? null;
  if (intent === null) return go(state);
  const { call, patch } = take(state, "start");
  return go(state, { ...patch, step: "sent", status: "starting", lease: null }, { type: "start", call, intent });
}

/** A record was stored, or could not be. Only a start waits for it. */
export function stored<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error?: unknown,
): TransitionResult<S> {
  if (state.step === "accepting") return accept(state, now);
  if (state.step !== "noting") return go(state);
  if (error !== undefined) {
    const refusal = storageFailed("Storage did not take a note of the start, so it was not sent.", error);
    return failStart(unsent(state), now, refusal);
  }
  return isCalledOff(state) ? cancel(unsent(state), now) : sendStart(state);
}

/** A start that was noted and not sent. One that repeats another stands for that as well, which was. */
const unsent = <S extends SessionService>(state: SessionState<S>): SessionState<S> =>
  state.repeats ? state : endCurrent(state, "not-sent");

/** The service took it, or names what runs. Nobody sees the handle before storage has it. */
export function started<S extends SessionService>(
  given: SessionState<S>,
  named: Handle<S>,
  { resumed = false } = {},
): TransitionResult<S> {
  const state = landed(given, "start");
  const handle = ownHandle(state, named);
  // An answer can name what an earlier start has begun, also one that was given up.
  const owner = runFor(state.runs, handle);
  const earlier = owner?.id === state.current ? null : owner;
  const current = earlier?.id ?? state.current;
  const known = earlier ? endCurrent(state, "start-refused") : state;
  // Which of several starts has begun it, the service does not say.
  const isKnown = earlier !== null && isSameRun(earlier.handle, handle);
  const isOthers = (earlier !== null || adapterOf(state).namesOthers) && inDoubt(state.runs).length > 1;
  const isGuess = isKnown ? earlier.isGuess : isOthers;
  // A handle that is known already may have a grant. What is taken up is not stopped behind its back.
  const best = isKnown ? earlier.handle : handle;
  const taken = { handle: best, isGuess, endAskedAt: null, goneAt: null, retry: null };
  const next = { ...changeRun(isGuess ? state : known, current, taken), current };
  return go(next, { step: "accepting", resumed, heard: null });
}

/** The client takes what its own repeat names for what it has started. Where that was found to be another start's, it is. */
function ownHandle<S extends SessionService>(state: SessionState<S>, handle: Handle<S>): Handle<S> {
  const runningTask = serviceId(handle);
  const isOther = runningTask !== undefined && currentRun(state)?.notMine.includes(runningTask);
  return (isOther && adapterOf(state).adopt({ handle, runningTask }, state)) || handle;
}

/** Also when storage refused the handle: it runs, and its start in storage can still bring it back. */
function accept<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const handle = currentRun(state)?.handle ?? null;
  const running = go(currentRun(state)?.isGuess ? state : supersede(state, now), {
    step: null,
    handle,
    startedAt: handle?.startedAt ?? now,
    status: "starting",
    error: null,
  });
  const told = and(
    chain(running, (next) => confirmSoon(next, now)),
    settle("start"),
    { type: "release" },
  );
  return state.stopWanted ? chain(told, (next) => beginStop({ ...next, stopWanted: false }, now)) : told;
}

export function acquired<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  lease: Lease<S>,
): TransitionResult<S> {
  const state = { ...landed(given, "acquire"), lease, ...(given.step === null ? { renewed: false } : {}) };
  const told = settle("acquire");
  if (state.step === "acquiring") {
    const next = isCalledOff(state) ? cancel(state, now) : note(state, now);
    return { state: next.state, effects: [told, ...next.effects] };
  }
  const shown = state.step === null && ["idle", "acquiring", "acquired", "expired"].includes(state.status);
  // The clock may have been set while the request was on its way.
  const status = isUsable(lease, now) ? "acquired" : "expired";
  return go(state, { status: shown ? status : state.status, error: shown ? null : state.error }, told);
}

export function acquireFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const state = landed(given, "acquire");
  const told = settle("acquire", error);
  if (state.step === "acquiring") return and(failStart(state, now, error), told);
  // A renewal in the background that failed: the lease that there is stays.
  // The start that is under way asks again.
  if (state.step !== null) return go(state, {}, told);
  if (state.status !== "acquiring") return go(state, { renewed: true }, told);
  return go(state, { status: "failed", error }, told);
}

/** The start was refused, or nobody knows. */
export function startFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const state = landed(given, "start");
  // Nothing was sent yet.
  if (state.step !== "sent") return failStart(state, now, error);
  const adapter = adapterOf(state);
  const running = adapter.adopt(error, state);
  if (running) return started(state, running, { resumed: !state.repeats && !mayHaveWorked(error) });

  // That a lease is spent, says nothing about what was started with it.
  const doubtful = state.repeats || error.retry.outcomeUnknown || (needsNewLease(error) && mayHaveWorked(error));
  const intent = currentRun(state)?.intent ?? null;
  const lease = intent && adapter.toLease(intent);
  // What was started keeps its resource; once that cannot be started any more, only a new one can tell.
  const isSpent = error.kind === "already-started" && lease !== null && !isUsable(lease, now);
  const isOwn = error.kind === "already-started";
  if (!state.renewed && !state.stopWanted && !state.disposed && (needsNewLease(error) || isSpent)) {
    const left = doubtful || isSpent ? state : endCurrent(state, "start-refused");
    return getLease({ ...left, current: null, renewed: true, lease: null, repeats: false }, now);
  }
  // What runs is what was started before; unless it is this start itself, whose first answer got lost.
  const isItself = isOwn && (state.repeats || mayHaveWorked(error));
  const isEarlier = runsAlready(error) && inDoubt(state.runs).length > 1 && !isItself;
  const isKept = !isEarlier && (doubtful || isOwn);
  return failStart(isKept ? state : endCurrent(state, "start-refused"), now, error);
}

/**
 * Ends a start without a handle. What is still true stays: a lease that was not used, a start in doubt. Without a network a
 * stop waits until that can be settled.
 */
function failStart<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const { step, stopWanted, online, disposed, lease } = state;
  const isDoubtful = inDoubt(state.runs).length > 0;
  const waits = isDoubtful && stopWanted && !online && !disposed && (isUnreachable(error) || step === "preparing");
  const status = hasLease(state, now, 0) && lease ? "acquired" : "failed";
  const failed = go(
    { ...landed(state, "start"), ...ended },
    waits ? untilOnline : { step: null, stopWanted: false, current: null, status, error },
    settle("start", error),
    settle("running", error),
    settle("acquire", error),
    { type: "release" },
  );
  if (!stopWanted || waits) return failed;
  return and(failed, isDoubtful ? settle("stop", error) : settle("stop"));
}

/** `stop()` or `dispose()` while a start waits for something that may never come. */
export function cancelUnsent<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const { step } = state;
  if (!isCalledOff(state)) return go(state);
  if (step === "waiting" || step === "claiming" || step === "preparing") return cancel(state, now);
  return step === "acquiring" && state.disposed ? cancel(state, now) : go(state);
}

/** A stop, or the end of the session, came before anything was sent. */
function cancel<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const why = state.disposed
    ? "The session was disposed of before the start was sent."
    : "It was stopped before the start was sent.";
  const usable = hasLease(state, now, 0);
  const isDoubtful = inDoubt(state.runs).length > 0;
  const cancelled = go(
    // What was asked for is not waited for any more.
    { ...landed(state, "start"), ...ended },
    {
      step: null,
      stopWanted: false,
      current: null,
      status: usable ? "acquired" : "idle",
      lease: usable ? state.lease : null,
    },
    giveUp("start", why),
    giveUp("running", why),
    giveUp("acquire", why),
    { type: "release" },
  );
  if (!isDoubtful) return and(cancelled, settle("stop"));
  // An earlier start is in doubt: the stop is for that too.
  return state.disposed ? and(cancelled, giveUp("stop", why)) : chain(cancelled, (next) => settleAndStop(next, now));
}
