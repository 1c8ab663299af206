import type { TransitionResult } from "./effects.ts";
import type { SessionState } from "./state.ts";
import { go } from "./result.ts";
import type { SessionService } from "./types.ts";

/** At the monitor's pace that is an hour. After it only notifications tell. */
const mostLooks = 30;

/**
 * Of what is over: while its files wait on the recording server (`stranded`), the upload is looked at again, as often as
 * the monitor looks. Without a monitor only `query()` asks.
 */
export function lookAgain<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  if (state.upload !== "stranded") return go(state, { stranded: null, checkAt: null });
  const { since, tries } = state.stranded ?? { since: now, tries: -1 };
  const { monitorInterval } = state.settings;
  const rests = monitorInterval === null || tries + 1 >= mostLooks;
  return go(state, { stranded: { since, tries: tries + 1 }, checkAt: rests ? null : now + monitorInterval });
}
