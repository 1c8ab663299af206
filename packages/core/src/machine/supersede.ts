import { adapterOf } from "./adapters/adapters.ts";
import { endRun, inDoubt } from "./ledger.ts";
import type { SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

/**
 * The service runs one at a time of what a session is for: what was taken, or is seen running, settles every start of the
 * same channel and uid, instance or name that was in doubt.
 */
export function supersede<S extends SessionService>(state: SessionState<S>): SessionState<S> {
  const adapter = adapterOf(state);
  const others = inDoubt(state.runs).filter(({ intent }) => intent !== null && adapter.isMeant(state.target, intent));
  return others.reduce((each, { id }) => endRun(each, id, "superseded"), state);
}
