import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { confirmSoon } from "./check.ts";
import type { TransitionResult } from "./effects.ts";
import { cancel, failStart, isCalledOff } from "./end-start.ts";
import { mayHaveWorked, needsNewLease, runsAlready, storageFailed } from "./failures.ts";
import { changeRun, currentRun, endCurrent, inDoubt, runFor } from "./ledger.ts";
import { isSameRun, serviceId } from "./identity.ts";
import { and, chain, go, landed, settle } from "./result.ts";
import { getLease, sendStart } from "./send-start.ts";
import type { SessionState } from "./state.ts";
import { isUsable } from "./activity.ts";
import { beginStop } from "./stop.ts";
import { supersede } from "./supersede.ts";
import type { Handle, SessionService } from "./types.ts";

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
