import type { AgoraError } from "../errors/agora-error.ts";
import type { TransitionResult } from "./effects.ts";
import { ended } from "./ended.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { isOther } from "./failures.ts";
import { currentRun, forgetGuess, type StoredRun } from "./ledger.ts";
import { hasOwnGrant } from "./identity.ts";
import type { SessionState } from "./state.ts";
import { endStopped } from "./stopped-elsewhere.ts";
import { and, go, settle } from "./result.ts";
import { endOutlived } from "./supersede.ts";
import type { SessionService } from "./types.ts";

/**
 * Whether a refusal says that what is shown is nothing of this session's: 1003 for what only a notification had named, or the
 * proxy's for an agent that has the name and was started by somebody else, or by an earlier start whose answer was lost.
 */
export function isDisproof<S extends SessionService>(
  state: SessionState<S>,
  error: AgoraError,
  run = currentRun(state),
): boolean {
  if (!run?.handle) return false;
  if (run.isGuess && isOther(error)) return true;
  const isNamed = !adapterOf(state).leased && !hasOwnGrant(run);
  return isNamed && error.kind === "proxy-forbidden" && !run.confirmed && (run.intent !== null || run.isGuess);
}

/** Whether only a notification says that a start has begun this, so that an end of it would not be the end of what was started. */
export const standsForStart = (run: StoredRun | null): boolean => run !== null && run.isGuess && run.intent !== null;

/**
 * The service does not know this `sid` with this resource (1003, or 404 for as long as a failover can take), and only a
 * notification had said so: it was about another run. That is no proof of the end of what was started here.
 */
export function backInDoubt<S extends SessionService>(
  state: SessionState<S>,
  error: AgoraError,
  id = state.current,
): TransitionResult<S> {
  if (!state.runs.some((run) => run.id === id)) return go(state);
  return go(
    { ...forgetGuess(state, id), ...ended },
    { status: "failed", handle: null, startedAt: null, ending: null, current: null, error, errorOf: null },
    settle("running", error),
    settle("stop", error),
  );
}

/**
 * Starts in doubt that another tab has left, has settled, or has named and is stopping: this one shows what may run.
 *
 * @param isFree nobody starts under this key now, so a start without an outcome is one in doubt
 */
export function seeDoubts<S extends SessionService>(
  given: SessionState<S>,
  now: number,
  there: readonly StoredRun<S>[],
  isFree: boolean,
): TransitionResult<S> {
  const state = endStopped(given, there);
  const known = state.runs.flatMap((run) => {
    const isOthers = run.handle === null || (run.endAskedAt !== null && !run.retry && run.id !== state.current);
    const stored = there.find(({ id }) => id === run.id);
    // A storage that was cleared settles nothing.
    const isKept = !isOthers || (there.length === 0 && state.noted.includes(run.id));
    return isKept ? run : stored ? { ...stored, retry: null } : [];
  });
  const news = there.filter(({ id, handle }) => handle === null && !known.some((run) => run.id === id));
  const runs = isFree ? [...known, ...news.map((run) => ({ ...run, retry: null }))] : known;
  // It stands in storage already.
  const result = go(endOutlived({ ...state, runs, read: runs }, now));
  return isFree || news.length === 0 ? result : and(result, { type: "look", isFree: true });
}
