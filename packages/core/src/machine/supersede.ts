import { adapterOf } from "./adapters/adapters.ts";
import { currentRun, endRun, inDoubt } from "./ledger.ts";
import { isSameId } from "./identity.ts";
import { isSentElsewhere } from "./activity.ts";
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
    return !mayArrive(state, id, intent, now);
  });
  return others.reduce((each, { id }) => endRun(each, id, "superseded"), state);
}

/**
 * Whether a start may still be on its way, as that of a page that is gone. One of this session has been answered, or has failed. By
 * a clock that was set back nobody knows how old it is.
 */
function mayArrive<S extends SessionService>(
  state: SessionState<S>,
  id: string,
  intent: Intent<S>,
  now: number,
): boolean {
  return isSentElsewhere(state, id) && now - intent.requestedAt < longestWay;
}

/** Starts in doubt that are older than anything of this service can get are over. */
export function endOutlived<S extends SessionService>(state: SessionState<S>, now: number): SessionState<S> {
  const latest = now - adapterOf(state).longestLife - longestWay;
  const old = inDoubt(state.runs).filter(({ intent }) => (intent?.requestedAt ?? now) < latest);
  return old.reduce((each, { id }) => endRun(each, id, "outlived"), state);
}
