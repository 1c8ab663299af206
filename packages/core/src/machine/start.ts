import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { confirmSoon } from "./check.ts";
import type { Step } from "./effects.ts";
import { givenUp, invalidState, mayHaveWorked, needsNewLease, runsAlready } from "./failures.ts";
import { ended } from "./ended.ts";
import { isSameRun, type SessionRecord } from "./record.ts";
import { freshRun, isActive, isUsable, type SessionState } from "./state.ts";
import { and, go, landed, settle, store, take, chain } from "./step.ts";
import { beginStop } from "./stop.ts";
import type { Handle, Lease, SessionService, Target } from "./types.ts";
import { takeUp } from "./take-up.ts";

function hasLease<S extends SessionService>(state: SessionState<S>, now: number, margin: number): boolean {
  const { lease, target } = state;
  return lease !== null && isUsable(lease, now, margin) && adapterOf(state).isFor(target, lease);
}

/** `start()`: whoever calls it while something runs, or is being started, shares that. */
export function start<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  target: Target<S> = state.target,
): Step<S> {
  if (state.disposed) return go(state, {}, settle("start", invalidState("The session was disposed of.")));
  if (state.status === "stopping" || (state.step && state.stopWanted)) {
    return go(state, {}, settle("start", invalidState("It is being stopped; wait for the end before the next start.")));
  }
  if (state.step !== null) return go(state);
  if (isActive(state)) return go(state, {}, settle("start"));
  // What was said to be over stays over, even if the clock was set back.
  const lease = state.status === "expired" ? null : state.lease;
  const begun = { ...state, ...freshRun, lease, target, handle: null, error: null, renewed: false, stopWanted: false };
  const needsLease = adapterOf(state).leased && !state.intent && !hasLease(begun, now, state.settings.safetyMargin);
  const { call, patch } = take(begun, "start");
  const status = needsLease ? "acquiring" : "starting";
  return go(begun, { ...patch, step: "claiming", status, inDoubt: state.intent !== null }, { type: "claim", call });
}

/** Nobody else starts under this key now: what is in storage counts. */
export function claimed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  record: SessionRecord<S> | null,
): Step<S> {
  const state = landed(given, "start");
  if (state.stopWanted || state.disposed) return cancel(state, now);
  if (record?.handle && record.stopAskedAt === undefined) {
    // Another tab, or another session, has started it meanwhile.
    const found = { ...state, step: null, status: "idle" } as const;
    return and(takeUp(found, now, record), settle("start"), noLease(), { type: "release" });
  }
  // A stop of another tab that may not have arrived is sent again.
  const left = record?.handle ? { handle: record.handle, since: record.stopAskedAt ?? now } : record?.ghost;
  // What storage names is newer than what this tab remembers.
  const isKnown = !left || isSameRun(left.handle, state.ghost?.handle ?? null);
  const ghost = isKnown ? state.ghost : { ...left, tries: -1, at: now };
  // What this tab remembers, another one may have settled meanwhile.
  const { intent = null, earlier = [] } = record ?? {};
  if (intent && !adapterOf(state).isMeant(state.target, intent)) {
    const refusal = "A start of something else is in doubt under this key: start that again, or use another key.";
    return failStart({ ...state, intent, earlier }, now, invalidState(refusal));
  }
  const status = intent ? "starting" : state.status;
  const { call, patch } = take(state, "start");
  const known = { ghost, intent, earlier, inDoubt: intent !== null, status, step: "preparing" } as const;
  return go(state, { ...patch, ...known }, { type: "prepare", call });
}

/** The body is ready: from now on every second counts, because leases are short. */
export function prepared<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  return getLease(landed(state, "start"), now);
}

function getLease<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  if (state.stopWanted || state.disposed) return cancel(state, now);
  if (state.intent) return and(sendStart(state), noLease());
  if (!adapterOf(state).leased || hasLease(state, now, state.settings.safetyMargin)) return note(state, now);
  const waiting = { step: "acquiring", status: "acquiring" } as const;
  if (state.flights.acquire !== null) return go(state, waiting);
  const { call, patch } = take(state, "acquire");
  return go(state, { ...waiting, ...patch }, { type: "acquire", call, target: state.target });
}

/** Before a start is sent, storage knows of it. */
function note<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const intent = adapterOf(state).toIntent(state.target, state.lease, now);
  return and(store(go(state, { intent, step: "noting", status: "starting" })), settle("acquire"));
}

/** For who called `acquire()` while this start was on its way to one. */
function noLease() {
  return settle("acquire", invalidState("There was no need of a lease: it runs already, or a start is repeated."));
}

function sendStart<S extends SessionService>(state: SessionState<S>): Step<S> {
  const { intent } = state;
  if (intent === null) return go(state);
  const { call, patch } = take(state, "start");
  return go(state, { ...patch, step: "sent", status: "starting", lease: null }, { type: "start", call, intent });
}

/** A record was stored, or could not be. Only a start waits for it. */
export function stored<S extends SessionService>(state: SessionState<S>, now: number, error?: unknown): Step<S> {
  if (state.step === "accepting") return accept(state, now);
  if (state.step !== "noting") return go(state);
  if (error !== undefined) {
    const refusal = invalidState("Storage did not take a note of the start, so it was not sent.", error);
    return failStart({ ...state, intent: null }, now, refusal);
  }
  if (state.stopWanted || state.disposed) return store(cancel({ ...state, intent: null }, now));
  return sendStart(state);
}

/** The service took it, or names what runs. Nobody sees the handle before storage has it. */
export function started<S extends SessionService>(
  state: SessionState<S>,
  handle: Handle<S>,
  { resumed = false } = {},
): Step<S> {
  return store(go(landed(state, "start"), { step: "accepting", accepted: handle, resumed }));
}

/** Also when storage refused the handle: it runs, and the intent in storage can still bring it back. */
function accept<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const handle = state.accepted;
  const running = go(state, {
    step: null,
    accepted: null,
    intent: null,
    earlier: [],
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

export function acquired<S extends SessionService>(given: SessionState<S>, now: number, lease: Lease<S>): Step<S> {
  const state = { ...landed(given, "acquire"), lease, ...(given.step === null ? { renewed: false } : {}) };
  const told = settle("acquire");
  if (state.step === "acquiring") {
    const next = state.stopWanted || state.disposed ? cancel(state, now) : note(state, now);
    return { state: next.state, effects: [told, ...next.effects] };
  }
  const shown = state.step === null && ["acquiring", "acquired", "expired"].includes(state.status);
  return go(state, { status: shown ? "acquired" : state.status, error: shown ? null : state.error }, told);
}

export function acquireFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): Step<S> {
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
export function startFailed<S extends SessionService>(given: SessionState<S>, now: number, error: AgoraError): Step<S> {
  const state = landed(given, "start");
  // Nothing was sent yet.
  if (state.step !== "sent") return failStart(state, now, error);
  const adapter = adapterOf(state);
  const running = adapter.adopt(error, state);
  if (running) return started(state, running, { resumed: !state.inDoubt && !mayHaveWorked(error) });

  // That a lease is spent, says nothing about what was started with it.
  const doubtful = state.inDoubt || error.retry.outcomeUnknown || (needsNewLease(error) && mayHaveWorked(error));
  const { intent } = state;
  const lease = intent && adapter.toLease(intent);
  // What was started keeps its resource; once that cannot be started any more, only a new one can tell.
  const isSpent = error.kind === "already-started" && lease !== null && !isUsable(lease, now);
  if (!state.renewed && !state.stopWanted && !state.disposed && (needsNewLease(error) || isSpent)) {
    const earlier = intent && (doubtful || isSpent) ? [...state.earlier, intent] : state.earlier;
    return getLease({ ...state, renewed: true, lease: null, intent: null, earlier, inDoubt: false }, now);
  }
  // What runs is what was started before; unless it is this start itself, whose first answer got lost.
  const isItself = error.kind === "already-started" && (state.inDoubt || mayHaveWorked(error));
  if (runsAlready(error) && state.earlier.length > 0 && !isItself) {
    return store(failStart({ ...state, intent: null }, now, error));
  }
  const isOwn = error.kind === "already-started";
  const kept = doubtful || isOwn ? intent : null;
  return store(failStart({ ...state, intent: kept }, now, error));
}

/** Ends a start without a handle. What is still true stays: a lease that was not used, an intent in doubt. */
function failStart<S extends SessionService>(state: SessionState<S>, now: number, error: AgoraError): Step<S> {
  const { intent, earlier, stopWanted } = state;
  const unsettled = intent ?? earlier.at(-1) ?? null;
  const failed = go(
    { ...landed(state, "start"), ...ended },
    {
      step: null,
      stopWanted: false,
      intent: unsettled,
      earlier: intent ? earlier : earlier.slice(0, -1),
      status: hasLease(state, now, 0) && state.lease ? "acquired" : "failed",
      error,
    },
    settle("start", error),
    settle("running", error),
    settle("acquire", error),
    { type: "release" },
  );
  if (!stopWanted) return failed;
  return and(failed, unsettled ? settle("stop", error) : settle("stop"));
}

/** `stop()` or `dispose()` while a start waits for something that may never come. */
export function cancelUnsent<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const { step } = state;
  if (!state.stopWanted && !state.disposed) return go(state);
  if (step === "claiming" || step === "preparing") return cancel(state, now);
  return step === "acquiring" && state.disposed ? cancel(state, now) : go(state);
}

/** A stop, or the end of the session, came before anything was sent. */
function cancel<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const error = givenUp(
    state.disposed
      ? "The session was disposed of before the start was sent."
      : "It was stopped before the start was sent.",
  );
  const usable = hasLease(state, now, 0);
  return go(
    // What was asked for is not waited for any more.
    { ...landed(state, "start"), ...ended },
    { step: null, stopWanted: false, status: usable ? "acquired" : "idle", lease: usable ? state.lease : null },
    settle("start", error),
    settle("running", error),
    settle("acquire", error),
    settle("stop"),
    { type: "release" },
  );
}
