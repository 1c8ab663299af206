import { adapterOf } from "./adapters/adapters.ts";
import { currentRun, endRun, forgetGuess, inDoubt, isSameId, type Proof, type Run } from "./ledger.ts";
import type { SessionState } from "./state.ts";
import type { Intent, SessionService } from "./types.ts";

/** A start that is not bound to a lease may still be on its way for so long, in ms: a proxy repeats what a page left behind. */
const longestWay = 65_000;

/**
 * The service runs one at a time of what a session is for: what was taken, or is seen running, settles every start of the
 * same channel and uid, instance or name that was in doubt.
 */
export function supersede<S extends SessionService>(state: SessionState<S>, now: number): SessionState<S> {
  const { runs, target, current } = state;
  const running = currentRun(state)?.handle ?? null;
  const others = runs.filter(({ id, intent, handle, isGuess }) => {
    // A guess that named what is now known to be another run's has named nothing.
    const isDoubtful = handle === null || (isGuess && isSameId(handle, running));
    if (id === current || !isDoubtful || intent === null || !adapterOf(state).isMeant(target, intent)) return false;
    return !mayArrive(state, intent, now);
  });
  return others.reduce((each, { id }) => endRun(each, id, "superseded"), state);
}

/** Whether a start may still be on its way. By a clock that was set back nobody knows how old it is. */
function mayArrive<S extends SessionService>(state: SessionState<S>, intent: Intent<S>, now: number): boolean {
  return !adapterOf(state).leased && now - intent.requestedAt < longestWay;
}

/** Whether a notification named the agent of a run, and the start of this run, by another page, may still begin another one. */
export function isUnsure<S extends SessionService>(state: SessionState<S>, run: Run<S>, now: number): boolean {
  const isOthers = run.isGuess && !state.noted.includes(run.id);
  return isOthers && run.intent !== null && mayArrive(state, run.intent, now);
}

/**
 * An answer of the service proves the end of what a run is known by. Where only a notification had named the agent, that may have
 * been the agent of an earlier start: the start of this run, by another page, may still come to begin one.
 */
export function endNamed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  proof: Proof,
  id = state.current,
): SessionState<S> {
  const run = state.runs.find((one) => one.id === id);
  return run && isUnsure(state, run, now) ? forgetGuess(state, run.id) : endRun(state, id, proof);
}

/** Starts in doubt that are older than anything of this service can get are over. */
export function endOutlived<S extends SessionService>(state: SessionState<S>, now: number): SessionState<S> {
  const latest = now - adapterOf(state).longestLife - longestWay;
  const old = inDoubt(state.runs).filter(({ intent }) => (intent?.requestedAt ?? now) < latest);
  return old.reduce((each, { id }) => endRun(each, id, "outlived"), state);
}
