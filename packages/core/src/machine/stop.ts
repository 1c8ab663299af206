import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import { adapterOf } from "./adapters/adapters.ts";
import type { Step } from "./effects.ts";
import { ended } from "./ended.ts";
import { givenUp, invalidState, mayHaveWorked, readStopFailure } from "./failures.ts";
import { isSameRun } from "./record.ts";
import { isActive, type SessionState } from "./state.ts";
import { lookAgain } from "./stranded.ts";
import { and, chain, go, landed, settle, store, take } from "./step.ts";
import type { SessionEnding, SessionService, SessionTypes } from "./types.ts";

/** A 404 may be a failover: stop is sent again after 30, 60 and 90 s. By count, because a clock can be set forward. */
const repeatPause = 30_000;
const repeats = 3;
const mostRefusals = 10;

/** `stop()`: waits for a start that is under way; does nothing where nothing runs. */
export function stop<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  if (state.disposed) return go(state, {}, settle("stop", invalidState("The session was disposed of.")));
  if (state.step !== null) return go(state, { stopWanted: true });
  if (state.status === "stopping") return go(state);
  if (!isActive(state)) return go(state, {}, settle("stop"));
  return beginStop(state, now);
}

export function beginStop<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const { handle, status } = state;
  if (handle === null) return go(state, {}, settle("stop"));
  const { call, patch } = take({ ...state, flights: { ...state.flights, query: null } }, "stop");
  const stopping = { since: now, tries: 0, before: status, at: null };
  // A query that is in flight has nothing to say any more.
  const begun = go(state, { ...patch, status: "stopping", stopping, checkAt: null, error: null }, settle("query"));
  return and(store(begun), { type: "stop", call, handle });
}

function over<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  ending: SessionEnding,
  found: { files?: readonly RecordingFile[]; upload?: UploadState | null } = {},
): Step<S> {
  const files = found.files?.length || ending === "nothing-recorded" ? (found.files ?? []) : state.files;
  const result = { status: "stopped", ending, files, upload: found.upload ?? state.upload, error: null } as const;
  const stopped = givenUp("It was stopped.");
  const step = go({ ...state, ...ended }, result, settle("stop"), settle("running", stopped));
  return store(chain(step, (next) => lookAgain(next, now)));
}

export function stopped<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  result: SessionTypes[S]["stopped"],
): Step<S> {
  const state = landed(given, "stop");
  const { ending, files, upload } = adapterOf(state).readStop(result);
  return over(state, now, ending, { files, upload });
}

export function stopFailed<S extends SessionService>(given: SessionState<S>, now: number, error: AgoraError): Step<S> {
  const state = landed(given, "stop");
  const { stopping, handle } = state;
  if (stopping === null || handle === null) return go(state);
  const ending = mayHaveWorked(error) ? "requested" : "already-ended";
  const failure = readStopFailure(error);
  switch (failure) {
    case "empty":
      return over(state, now, "nothing-recorded");
    case "uploading":
      return over(state, now, "requested", { upload: "pending" });
    case "already":
      return over(state, now, ending);
    case "gone": {
      if (adapterOf(state).failoverTime === 0 || state.saidOver) return over(state, now, ending);
      if (stopping.before === "recovering") return stopAgain(state, now) ?? over(state, now, ending);
      const ghost = { handle, since: now, tries: 0, at: now + repeatPause };
      return over({ ...state, ghost }, now, ending);
    }
    case "unsure":
    case "refused": {
      const again = failure === "unsure" && stopping.before === "recovering" ? stopAgain(state, now) : null;
      if (again) return again;
      // It is what it was before; look soon whether that is still true.
      const before = { status: stopping.before, stopping: null, error, isCheckError: false, checkAt: now + 5000 };
      return store(go(state, before, settle("stop", error)));
    }
  }
}

/** While it is moved to another server a stop cannot reach it: once more, as long as that can take. */
function stopAgain<S extends SessionService>(state: SessionState<S>, now: number): Step<S> | null {
  const { stopping } = state;
  if (!stopping || stopping.tries >= repeats || state.disposed) return null;
  return go(state, { stopping: { ...stopping, tries: stopping.tries + 1, at: now + repeatPause } });
}

/** The time of a repeated stop has come. */
export function repeatStop<S extends SessionService>(state: SessionState<S>): Step<S> {
  const { stopping, handle } = state;
  if (!stopping || !handle || state.flights.stop !== null) return go(state);
  const { call, patch } = take(state, "stop");
  return go(state, { ...patch, stopping: { ...stopping, at: null } }, { type: "stop", call, handle });
}

/** Stops what may have come back. Nobody waits for it. */
export function stopGhost<S extends SessionService>(state: SessionState<S>): Step<S> {
  const { ghost, flights } = state;
  if (!ghost || flights.ghost !== null) return go(state);
  const { call, patch } = take(state, "ghost");
  return go(state, patch, { type: "stop", call, handle: ghost.handle });
}

/** Whether the session still shows the run that the ghost is of. */
function isShown<S extends SessionService>({ ghost, handle, status }: SessionState<S>): boolean {
  return status === "stopped" && isSameRun(ghost?.handle ?? null, handle);
}

export function ghostStopped<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  result: SessionTypes[S]["stopped"],
): Step<S> {
  const state = landed(given, "ghost");
  const gone = { ...state, ghost: null };
  if (!isShown(state)) return store(go(gone));
  const { ending, files, upload } = adapterOf(state).readStop(result);
  return over(gone, now, ending, { files, upload });
}

export function ghostFailed<S extends SessionService>(given: SessionState<S>, now: number, error: AgoraError): Step<S> {
  const state = landed(given, "ghost");
  const { ghost } = state;
  if (ghost === null) return go(state);
  const failure = readStopFailure(error);
  const gone = { ...state, ghost: null };
  const refusals = (ghost.refusals ?? 0) + 1;
  switch (failure) {
    case "empty":
      return isShown(state) ? over(gone, now, "nothing-recorded") : store(go(gone));
    case "uploading":
      return isShown(state) ? over(gone, now, "requested", { upload: "pending" }) : store(go(gone));
    case "already":
      return store(go(gone));
    case "gone": {
      const tries = ghost.tries + 1;
      if (tries >= repeats) return store(go(gone));
      return go(state, { ghost: { ...ghost, tries, at: now + repeatPause } });
    }
    case "unsure":
    case "refused":
      // A server in trouble, a session of the app that ran out: it may pass. If not, storage keeps it for the next page.
      return go(state, { ghost: { ...ghost, refusals, at: refusals < mostRefusals ? now + repeatPause : Infinity } });
  }
}

/** Whether a stop can still be waited for once the session is disposed of. */
export function isStopInFlight(state: SessionState): boolean {
  return state.status === "stopping" && state.flights.stop !== null && isActive(state);
}
