import { changeRun, endRun, type LedgerState, type StoredRun } from "./ledger.ts";
import type { SessionService } from "./types.ts";

/** Until a quiet stop of what another tab stops, in ms. */
const sharedPause = 30_000;

/** A run that another tab shows as over, or stops: a 404 may be a failover, so it is stopped here, should that tab be gone. */
export function stopToo<S extends SessionService, State>(
  state: State & LedgerState<S>,
  id: string | null,
  now: number,
  endAskedAt: number | null = now,
): State & LedgerState<S> {
  const retry = { tries: 0, refusals: 0, at: now + sharedPause, isShared: true };
  return changeRun(state, id, { endAskedAt, goneAt: now, retry });
}

/** What other tabs have stopped, and taken out of storage, is over. */
export function endStopped<S extends SessionService, State>(
  state: State & LedgerState<S>,
  there: readonly StoredRun<S>[],
): State & LedgerState<S> {
  const ended = state.runs.filter(({ id, retry }) => retry?.isShared && !there.some((run) => run.id === id));
  return ended.reduce((each, { id }) => endRun(each, id, "proved-elsewhere"), state);
}
