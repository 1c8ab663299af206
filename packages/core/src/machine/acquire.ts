import { adapterOf } from "./adapters/adapters.ts";
import type { TransitionResult } from "./effects.ts";
import { invalidState } from "./failures.ts";
import { freshRun, type SessionState } from "./state.ts";
import { isActive, isUsable } from "./activity.ts";
import { go, settle, take } from "./result.ts";
import type { SessionService, Target } from "./types.ts";

/** `acquire()`: a lease for later. One that is still good is kept; one that runs out soon is replaced. */
export function acquire<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  target: Target<S> = state.target,
): TransitionResult<S> {
  const adapter = adapterOf(state);
  const refuse = (why: string) => go(state, {}, settle("acquire", invalidState(why)));
  if (state.disposed) return refuse("The session was disposed of.");
  if (!adapter.leased) return refuse("Speech-to-Text v7 has no leases: call start().");
  const { step } = state;
  if (isActive(state) || step === "waiting" || step === "sent" || step === "accepting" || step === "noting") {
    return refuse("It runs, or is being started or stopped.");
  }
  // The start that is under way gets one anyway.
  if (state.step !== null) return go(state);
  const { lease, settings, inFlight } = state;
  const fresh = { ...freshRun, handle: null, error: null, status: "acquiring", lease: null, target } as const;
  // One that a start has asked for before it was called off is what is wanted now; a renewal goes on behind the lease.
  if (inFlight.acquire !== null) return go(state, state.status === "acquired" ? {} : fresh);
  const isOver = state.status === "expired";
  if (lease && !isOver && isUsable(lease, now, settings.safetyMargin) && adapter.isFor(target, lease)) {
    return go(state, {}, settle("acquire"));
  }
  const { call, patch } = take(state, "acquire");
  return go(state, { ...fresh, ...patch }, { type: "acquire", call, target });
}

/** When an unused lease needs attention: to renew it, or to say that it ran out. */
export function leaseWake<S extends SessionService>(state: SessionState<S>): number | null {
  const { lease, status, settings, inFlight } = state;
  if (status !== "acquired" || lease === null || state.step !== null || state.disposed) return null;
  return settings.renew && !state.renewed && state.visible && state.watched && inFlight.acquire === null
    ? lease.expiresAt - settings.safetyMargin
    : lease.expiresAt;
}

/** Looks at the clock, and at a timer that was set for the end of the lease: a clock that was set back does not help. */
export function lookAtLease<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  due: number,
): TransitionResult<S> {
  const { lease, status, settings } = state;
  // One that is not shown is dropped; a start that is under way gets another one.
  const isShown = state.step === null && (status === "acquired" || status === "expired");
  if (lease && !isShown && due >= lease.expiresAt) return go(state, { lease: null });
  if (status !== "acquired" || lease === null || state.step !== null) return go(state);
  if (!isUsable(lease, now) || due >= lease.expiresAt) return go(state, { status: "expired" });
  const isLow = !isUsable(lease, now, settings.safetyMargin) || due >= lease.expiresAt - settings.safetyMargin;
  if (!settings.renew || state.renewed || !state.visible || !state.watched || state.inFlight.acquire !== null || !isLow)
    return go(state);
  const { call, patch } = take(state, "acquire");
  return go(state, patch, { type: "acquire", call, target: state.target });
}
