import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import type { TransitionResult } from "./effects.ts";
import { cancel, failStart, isCalledOff } from "./end-start.ts";
import { invalidState } from "./failures.ts";
import { showRun } from "./hydrate.ts";
import {
  alive,
  askEnd,
  changeRun,
  currentRun,
  endCurrent,
  inDoubt,
  mergeStored,
  newRun,
  putRun,
  type StoredRun,
} from "./ledger.ts";
import { runId } from "./identity.ts";
import { and, chain, giveUp, go, landed, settle, take } from "./result.ts";
import { hasLease } from "./start.ts";
import type { SessionState } from "./state.ts";
import { isSentElsewhere, isUsable } from "./activity.ts";
import { beginStop } from "./stop.ts";
import { endOutlived } from "./supersede.ts";
import type { Lease, SessionService } from "./types.ts";

const startedSince = "It was started again in another tab meanwhile.";

/** Nobody else starts under this key now: what is in storage counts. */
export function claimed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[] | null,
): TransitionResult<S> {
  const landedState = landed(given, "start");
  // What another tab has settled meanwhile, or has left to be stopped, counts.
  const known = endOutlived(there === null ? landedState : mergeStored(landedState, there, now, given.noted), now);
  const state = askEnd(known, given.stopWanted ? now : null);
  if (state.disposed) return cancel(state, now);
  const running = alive(state.runs).at(-1);
  if (running) {
    // Another tab, or another session, has started it meanwhile.
    const found = { ...state, step: null, status: "idle", stopWanted: false } as const;
    const shown = and(showRun(found, now, running), settle("start"), noLease(), { type: "release" });
    if (!state.stopWanted) return shown;
    // The wanted end of a start in doubt was stored, and is not there any more: another tab has started since.
    const wasAsked = given.runs.some(({ handle, endAskedAt }) => handle === null && endAskedAt !== null);
    const isTakenUp = wasAsked && there?.every(({ endAskedAt }) => endAskedAt === null);
    return isTakenUp ? and(shown, giveUp("stop", startedSince)) : chain(shown, (next) => beginStop(next, now));
  }
  const doubt = inDoubt(state.runs).at(-1) ?? null;
  if (state.stopWanted && doubt === null) return cancel(state, now);
  if (doubt?.intent && !adapterOf(state).isMeant(state.target, doubt.intent)) {
    const refusal = "A start of something else is in doubt under this key: start that again, or use another key.";
    return failStart(state, now, invalidState(refusal));
  }
  const status = doubt ? "starting" : state.status;
  const { call, patch } = take(state, "start");
  const unlisted = doubt !== null && there?.some(({ id }) => id === doubt.id) === false;
  const preparing = {
    current: doubt?.id ?? null,
    repeats: doubt !== null,
    status,
    step: "preparing",
    unlisted,
  } as const;
  return go(state, { ...patch, ...preparing }, { type: "prepare", call });
}

/** The body is ready: from now on every second counts, because leases are short. */
export function prepared<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  return getLease(landed(state, "start"), now);
}

export function getLease<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (isCalledOff(state)) return cancel(state, now);
  if (currentRun(state)) {
    if (!adapterOf(state).leased) return note(state, now);
    if (!state.unlisted) return and(sendStart(state), noLease());
    // The storage was cleared: a copy, so that it is written again before it is sent.
    const intent = Object.assign({}, currentRun(state)?.intent);
    const listed = changeRun(state, state.current, { intent });
    return go(listed, { step: "noting", unlisted: false }, noLease());
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
  const intent = adapter.toIntent(state.target, state.lease, now);
  // No two starts without a lease may be known by one ID, also where clocks are set back.
  const id = adapter.leased ? runId(intent) : [runId(intent), state.sender, state.calls].join(" ");
  const run = newRun<S>({ id, intent, endAskedAt: state.stopWanted ? now : null });
  const others = endCurrent(state, "superseded");
  const runs = putRun(others.runs, run);
  const noted = [...others.noted.filter((old) => old !== id && runs.some((one) => one.id === old)), id];
  const isRepeat = state.current !== null && isSentElsewhere(state, state.current);
  const sentElsewhere = [...state.sentElsewhere.filter((old) => noted.includes(old)), ...(isRepeat ? [id] : [])];
  const patch = { runs, noted, sentElsewhere, current: id, step: "noting", status: "starting" } as const;
  return go(others, patch, settle("acquire"));
}

/** Answers calls of `acquire()` that were made while this start was acquiring. */
function noLease() {
  return settle("acquire", invalidState("There was no need of a lease: it runs already, or a start is repeated."));
}

export function sendStart<S extends SessionService>(state: SessionState<S>): TransitionResult<S> {
  const intent = currentRun(state)?.intent ?? null;
  if (intent === null) return go(state);
  const { call, patch } = take(state, "start");
  return go(state, { ...patch, step: "sent", status: "starting", lease: null }, { type: "start", call, intent });
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
