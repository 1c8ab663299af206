import type { AgoraError } from "../errors/agora-error.ts";
import type { Reading } from "./adapters/adapter.ts";
import { adapterOf } from "./adapters/adapters.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { backInDoubt, isDisproof } from "./doubt.ts";
import { readQueryFailure } from "./failures.ts";
import type { SessionState } from "./state.ts";
import { isActive, runningStatus } from "./activity.ts";
import { pause, recoveryPauses, unreachablePauses } from "./series.ts";
import { lookAgain } from "./stranded.ts";
import { supersede } from "./supersede.ts";
import { and, clearedOf, go, landed, settle } from "./result.ts";
import { changeRun, endCurrent } from "./ledger.ts";
import { isSameJson } from "./same-snapshot.ts";
import { nextMonitor } from "./check.ts";
import { exited, failed, missed, notRunning, refused, unconfirmed } from "./missing.ts";
import type { SessionService, SessionTypes } from "./types.ts";

/** So many checks in a row that reach nobody are shown. */
const mostUnreachable = 3;

/** The service answered. */
export function queried<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  result: SessionTypes[S]["queried"],
): TransitionResult<S> {
  const reading = adapterOf(given).read(result);
  const { serverStatus, upload } = reading;
  const files = reading.files === null || isSameJson(reading.files, given.files) ? given.files : reading.files;
  const state = {
    ...landed(given, "query"),
    serverStatus,
    files,
    upload: upload ?? given.upload,
    checkedAt: now,
    unreachable: 0,
    notFound: false,
  };
  return and(settleReading(state, now, reading), settle("query"));
}

function settleReading<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  reading: Reading<S>,
): TransitionResult<S> {
  if (state.stranded !== null) return lookAgain(state, now);
  // The answer to a question of before the stop.
  if (!isActive(state) || state.status === "stopping") return go(state);
  switch (reading.phase) {
    case "running":
      return runs(state, now);
    case "recovering":
      return go(state, {
        status: "recovering",
        confirming: null,
        missing: state.missing ?? { since: now, tries: -1 },
        checkAt: now + pause(recoveryPauses, 1),
      });
    case "stopping":
      return go(state, { checkAt: now + pause(recoveryPauses, 0) });
    case "over":
      return exited(state, now, "said-ended");
    case "broken":
      if (adapterOf(state).failoverTime === 0) return failed(endCurrent(state, "said-ended"), notRunning(state));
      return missed(state, now, "gone", notRunning(state));
    case "starting":
      if (state.confirming) return unconfirmed(state, now, notRunning(state));
      return go(state, { checkAt: now + pause(recoveryPauses, 0) });
  }
}

function runs<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  // Storage does not know it, or not by this handle: a copy, so that it is written again.
  const relisted = state.unlisted && state.handle ? { handle: Object.assign({}, state.handle) } : {};
  const seen = { confirmed: true, isGuess: false, ...relisted };
  return go(
    { ...supersede(changeRun(state, state.current, seen), now), ...ended },
    {
      unlisted: false,
      notFound: false,
      status: runningStatus(state),
      confirmed: true,
      ...clearedOf(state, "query"),
      checkAt: nextMonitor(state, now),
    },
    settle("running"),
  );
}

/** The query came to nothing. */
export function queryFailed<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  error: AgoraError,
): TransitionResult<S> {
  const state = landed(given, "query");
  const failure = readQueryFailure(error);
  const told =
    failure === "gone" || failure === "alive" || failure === "ending" || failure === "unsure"
      ? settle("query")
      : settle("query", error);
  // The server that had the files is gone. A notification tells where they are.
  if (state.stranded !== null)
    return and(failure === "gone" ? go(state, { stranded: null }) : lookAgain(state, now), told);
  if (!isActive(state) || state.status === "stopping") return go(state, {}, told);
  switch (failure) {
    case "alive":
      return and(runs({ ...state, checkedAt: now }, now), told);
    case "ending":
      return go(state, { checkedAt: now, checkAt: now + pause(recoveryPauses, 0) }, told);
    case "gone":
      return and(missed({ ...state, checkedAt: now, notFound: true }, now, failure, error), { type: "look" }, told);
    case "unsure":
      return and(missed({ ...state, checkedAt: now }, now, failure, error), told);
    case "unreachable":
    case "busy": {
      const unreachable = state.unreachable + 1;
      const shown = unreachable >= mostUnreachable && state.error === null ? { error, errorOf: "query" as const } : {};
      return go(state, { ...shown, unreachable, checkAt: now + pause(unreachablePauses, state.unreachable) }, told);
    }
    case "refused":
      if (isDisproof(state, error)) return and(backInDoubt(state, error), told);
      return and(refused(state, now, error), told);
  }
}
