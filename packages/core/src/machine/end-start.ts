import type { AgoraError } from "../errors/agora-error.ts";
import type { TransitionResult } from "./effects.ts";
import { mayRunOn } from "./activity.ts";
import { ended } from "./ended.ts";
import { isUnreachable } from "./failures.ts";
import { goOn } from "./hydrate.ts";
import { askEnd, inDoubt } from "./ledger.ts";
import { and, chain, giveUp, go, landed, settle } from "./result.ts";
import { hasLease, settleAndStop, untilOnline } from "./start.ts";
import type { SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

/**
 * A start that was not sent is not wanted any more. One that repeats a start in doubt is sent all the same: only it can
 * name what runs, so that it can be stopped.
 */
export function isCalledOff({ stopWanted, disposed, repeats }: SessionState): boolean {
  return disposed || (stopWanted && !repeats);
}

/**
 * Ends a start without a handle. What is still true stays: a lease that was not used, a start in doubt. Without a network a
 * stop waits until that can be settled.
 */
export function failStart<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const { step, stopWanted, online, disposed } = state;
  const isDoubtful = inDoubt(state.runs).length > 0;
  const waits = isDoubtful && stopWanted && !online && !disposed && (isUnreachable(error) || step === "preparing");
  // One that cannot be used now is not kept: by a clock that is set once more it could look good again.
  const lease = hasLease(state, now, 0) ? state.lease : null;
  const status = lease ? "acquired" : "failed";
  const failed = go(
    { ...landed(state, "start"), ...ended, lease },
    waits ? untilOnline : { step: null, stopWanted: false, current: null, status, error },
    settle("start", error),
    settle("running", error),
    settle("acquire", error),
    { type: "release" },
  );
  if (!stopWanted || waits) return failed;
  const told = and(failed, isDoubtful ? settle("stop", error) : settle("stop"));
  // Who said stop knows that it came to nothing; of a session that was disposed of the next page tries once more.
  return disposed ? told : { state: askEnd(told.state, null), effects: told.effects };
}

/** `stop()` or `dispose()` while a start waits for something that may never come. */
export function cancelUnsent<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const { step } = state;
  if (!isCalledOff(state)) return go(state);
  if (step === "waiting" || step === "claiming" || step === "preparing") return cancel(state, now);
  return step === "acquiring" && state.disposed ? cancel(state, now) : go(state);
}

/** A stop, or the end of the session, came before anything was sent. */
export function cancel<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
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
  // What a start before this one has left, and could not be stopped yet, is what the stop is for.
  if (!isDoubtful && !state.disposed && mayRunOn(state)) return chain(cancelled, (next) => goOn(next, now));
  if (!isDoubtful) return and(cancelled, settle("stop"));
  // An earlier start is in doubt: the stop is for that too.
  return state.disposed ? and(cancelled, giveUp("stop", why)) : chain(cancelled, (next) => settleAndStop(next, now));
}
