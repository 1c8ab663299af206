import { adapterOf } from "./adapters/adapters.ts";
import type { TransitionResult } from "./effects.ts";
import { invalidState } from "./failures.ts";
import { askEnd } from "./ledger.ts";
import { go, settle, take } from "./result.ts";
import { freshRun, type SessionState } from "./state.ts";
import { isActive, isUsable, unsettledOf } from "./activity.ts";
import type { SessionService, Target } from "./types.ts";

export function hasLease<S extends SessionService>(state: SessionState<S>, now: number, margin: number): boolean {
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

/** Nothing is held while it waits for the network. What is still in doubt then is asked for anew. */
export const untilOnline = {
  step: "waiting",
  status: "starting",
  current: null,
  repeats: true,
  stopWanted: true,
} as const;

/**
 * `stop()` where a start is in doubt: it is repeated, which names what runs, and that is stopped. Without a network it
 * waits. Storage knows of the wanted end, should the page go away meanwhile.
 */
export function settleAndStop<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const asked = askEnd(state, now);
  if (!asked.online) return go({ ...asked, ...freshRun, handle: null, error: null }, untilOnline);
  const result = start(asked, now);
  return { ...result, state: { ...result.state, stopWanted: true } };
}

/** The network is back: a stop that waited for it goes on. */
export function settleOnline<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (state.step !== "waiting" || !state.online) return go(state);
  const { heard } = state;
  const result = settleAndStop({ ...state, step: null }, now);
  return { ...result, state: { ...result.state, heard } };
}
