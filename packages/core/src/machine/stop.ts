import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import { adapterOf } from "./adapters/adapters.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { invalidState, isUnreachable, mayHaveWorked, readStopFailure } from "./failures.ts";
import { backInDoubt, isDisproof, standsForStart } from "./doubt.ts";
import {
  askEnd,
  changeRun,
  currentRun,
  endCurrent,
  endRun,
  forgetGuess,
  mostRefusals,
  orphans,
  type Proof,
  type Run,
} from "./ledger.ts";
import { isSameRun } from "./identity.ts";
import { settleAndStop } from "./start.ts";
import type { SessionState } from "./state.ts";
import { isActive, unsettledRuns } from "./activity.ts";
import { supersede } from "./supersede.ts";
import { lookAgain } from "./stranded.ts";
import { and, chain, giveUp, go, landed, settle, take } from "./result.ts";
import type { SessionEnding, SessionService, SessionTypes } from "./types.ts";

/** A 404 may be a failover: stop is sent again after 30, 60 and 90 s. By count, because a clock can be set forward. */
const repeatPause = 30_000;
const repeats = 3;
/** Between two stops that are refused again and again. */
const longPause = 300_000;

/** `stop()`: waits for a start that is under way; does nothing where nothing runs. */
export function stop<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (state.disposed) return go(state, {}, settle("stop", invalidState("The session was disposed of.")));
  if (state.step !== null) return go(askEnd(state, now), { stopWanted: true });
  if (state.status === "stopping") return go(state);
  if (!isActive(state)) return go(state, {}, settle("stop"));
  return beginStop(state, now);
}

export function beginStop<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  const { handle, status } = state;
  if (handle === null) return go(state, {}, settle("stop"));
  const stopping = { since: now, tries: 0, before: status, at: null };
  const asked = changeRun(state, state.current, { endAskedAt: now });
  // A query that is in flight has nothing to say any more.
  const inFlight = { ...state.inFlight, query: null };
  const begun = {
    ...asked,
    inFlight,
    status: "stopping",
    stopping,
    checkAt: null,
    deferredBy: 0,
    error: null,
  } as const;
  return and(repeatStop(begun), settle("query"));
}

function over<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  ending: SessionEnding,
  found: { files?: readonly RecordingFile[]; upload?: UploadState | null } = {},
): TransitionResult<S> {
  const files = found.files?.length || ending === "nothing-recorded" ? (found.files ?? []) : state.files;
  const result = { status: "stopped", ending, files, upload: found.upload ?? state.upload, error: null } as const;
  // A second stop that is on its way says nothing about what is started next.
  const known = go({ ...landed(state, "stop"), ...ended, current: null }, result, giveUp("running", "It was stopped."));
  // Whoever says stop() means what an earlier start may have begun, too.
  const isLeft = state.stopping !== null && !state.disposed && unsettledRuns(known.state).length > 0;
  if (isLeft) return chain(known, (next) => settleAndStop(next, now));
  return chain(and(known, settle("stop")), (next) => lookAgain(next, now));
}

export function stopped<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  result: SessionTypes[S]["stopped"],
): TransitionResult<S> {
  const { ending, ...found } = adapterOf(state).readStop(result);
  return over(endCurrent(supersede(state, now), "stop-answered"), now, ending, found);
}

export function stopFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const state = landed(given, "stop");
  const { stopping, handle } = state;
  if (stopping === null || handle === null) return go(state);
  const ending = mayHaveWorked(error) ? "requested" : "already-ended";
  const failure = readStopFailure(error);
  switch (failure) {
    case "empty":
      return over(endCurrent(state, "stop-answered"), now, "nothing-recorded");
    case "uploading":
      return over(endCurrent(state, "stop-answered"), now, "requested", { upload: "pending" });
    case "already":
      return over(endCurrent(state, "stop-answered"), now, ending);
    case "gone": {
      if (standsForStart(currentRun(state))) return backInDoubt(state, error);
      if (adapterOf(state).failoverTime === 0 || state.saidOver) return over(endCurrent(state, "gone"), now, ending);
      const again = stopping.before === "recovering" ? stopAgain(state, now) : null;
      if (again) return again;
      // A session that was disposed of leaves the other attempts to the next one that reads the storage.
      const retry = { tries: 0, refusals: 0, at: now + repeatPause };
      return over(changeRun(state, state.current, { goneAt: now, retry }), now, ending);
    }
    case "unsure":
    case "refused": {
      if (isDisproof(state, error)) return backInDoubt(state, error);
      // It goes on when the network is back.
      if (!state.online && !state.disposed && isUnreachable(error)) return go(state);
      const again = failure === "unsure" && stopping.before === "recovering" ? stopAgain(state, now) : null;
      if (again) return again;
      // It is what it was before; look soon whether that is still true.
      // That look is one more, and brings the end of a series no nearer.
      const missing = state.missing && { ...state.missing, tries: state.missing.tries - 1 };
      const asked = { missing, checkAt: now + 5000 };
      const before = { status: stopping.before, stopping: null, error, errorOf: "stop", ...asked } as const;
      return go(changeRun(state, state.current, { endAskedAt: null }), before, settle("stop", error));
    }
  }
}

/** While it is moved to another server a stop cannot reach it: once more, as long as that can take. */
function stopAgain<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> | null {
  const { stopping } = state;
  if (!stopping || stopping.tries >= repeats || state.disposed) return null;
  return go(state, { stopping: { ...stopping, tries: stopping.tries + 1, at: now + repeatPause } });
}

/** Sends the stop, or sends it again. Without a network it waits until there is one, unless the session was disposed of. */
export function repeatStop<S extends SessionService>(state: SessionState<S>): TransitionResult<S> {
  const { stopping, handle } = state;
  if (!stopping || !handle || state.inFlight.stop !== null) return go(state);
  if (!state.online && !state.disposed) return go(state, { stopping: { ...stopping, at: null } });
  const { call, patch } = take(state, "stop");
  return go(state, { ...patch, stopping: { ...stopping, at: null } }, { type: "stop", call, handle });
}

/** Sends the quiet stop that is due first: of a run that shall end and may have come back. No caller waits for it. */
export function stopOrphan<S extends SessionService>(state: SessionState<S>, time: number): TransitionResult<S> {
  if (state.inFlight.orphan !== null) return go(state);
  const due = nextOrphan(state);
  if (!due?.handle || !due.retry || due.retry.at > time) return go(state);
  const { call, patch } = take(state, "orphan");
  return go(state, { ...patch, orphan: due.id }, { type: "stop", call, handle: due.handle });
}

/** Until the next quiet stop, in ms, after so many refusals. */
export const pauseAfter = (refusals: number): number => (refusals < mostRefusals ? repeatPause : longPause);

/** The orphan whose stop is due first. */
export function nextOrphan<S extends SessionService>(state: SessionState<S>): Run<S> | null {
  return orphans(state).reduce<Run<S> | null>(
    (first, run) => (first && (first.retry?.at ?? 0) <= (run.retry?.at ?? 0) ? first : run),
    null,
  );
}

export function orphanStopped<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  result: SessionTypes[S]["stopped"],
): TransitionResult<S> {
  const { ending, ...found } = adapterOf(state).readStop(result);
  return orphanOver(state, now, "stop-answered", ending, found);
}

/** The quiet stop has an answer by which the run is over. Without an ending the one that is shown stays. */
function orphanOver<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  proof: Proof,
  ending?: SessionEnding,
  found?: Parameters<typeof over>[3],
): TransitionResult<S> {
  const run = given.runs.find(({ id }) => id === given.orphan);
  const gone = endRun({ ...landed(given, "orphan"), orphan: null }, given.orphan, proof);
  // Shown as stopped, or taken up again while its stop was on its way.
  const isRunning = isActive(given);
  const isShown = (given.status === "stopped" || isRunning) && isSameRun(run?.handle ?? null, given.handle);
  return isShown && (ending || isRunning) ? over(gone, now, ending ?? "already-ended", found) : go(gone);
}

export function orphanFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const run = given.runs.find(({ id }) => id === given.orphan);
  const state = { ...landed(given, "orphan"), orphan: null };
  if (!run?.retry) return go(state);
  const { retry } = run;
  const failure = readStopFailure(error);
  switch (failure) {
    case "empty":
      return orphanOver(given, now, "stop-answered", "nothing-recorded");
    case "uploading":
      return orphanOver(given, now, "stop-answered", "requested", { upload: "pending" });
    case "already":
      return orphanOver(given, now, "stop-answered");
    case "gone": {
      const tries = retry.tries + 1;
      if (tries >= repeats) return standsForStart(run) ? disproved(state, run, error) : orphanOver(given, now, "gone");
      return go(changeRun(state, run.id, { retry: { ...retry, tries, at: now + repeatPause } }));
    }
    case "unsure":
    case "refused": {
      if (run.isGuess && isDisproof(state, error, run)) return disproved(state, run, error);
      const refusals = retry.refusals + 1;
      // A server in trouble, a session of the app that ran out: it may pass.
      return go(changeRun(state, run.id, { retry: { ...retry, refusals, at: now + pauseAfter(refusals) } }));
    }
  }
}

/** What was to be stopped is another run's. Where it was shown as over, nobody knows what became of the start. */
function disproved<S extends SessionService>(
  state: SessionState<S>,
  { id, handle }: Run<S>,
  error: AgoraError,
): TransitionResult<S> {
  return isSameRun(handle, state.handle) ? backInDoubt(state, error, id) : go(forgetGuess(state, id));
}

/** Whether a stop can still be waited for once the session is disposed of. */
export function isStopInFlight(state: SessionState): boolean {
  return state.status === "stopping" && state.inFlight.stop !== null && isActive(state);
}
