import { adapterOf } from "./adapters/adapters.ts";
import { currentRun, endRun, isSameId } from "./ledger.ts";
import type { SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

/**
 * The service runs one at a time of what a session is for: what was taken, or is seen running, settles every start of the
 * same channel and uid, instance or name that was in doubt.
 */
export function supersede<S extends SessionService>(state: SessionState<S>): SessionState<S> {
  const { runs, target, current } = state;
  const running = currentRun(state)?.handle ?? null;
  const others = runs.filter(({ id, intent, handle, isGuess }) => {
    // A guess that named what is now known to be another run's has named nothing.
    const isDoubtful = handle === null || (isGuess && isSameId(handle, running));
    return id !== current && isDoubtful && intent !== null && adapterOf(state).isMeant(target, intent);
  });
  return others.reduce((each, { id }) => endRun(each, id, "superseded"), state);
}
