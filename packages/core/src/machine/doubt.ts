import type { AgoraError } from "../errors/agora-error.ts";
import type { Step } from "./effects.ts";
import { ended } from "./ended.ts";
import { changeRun, currentRun, finish, serviceId } from "./ledger.ts";
import type { SessionState } from "./state.ts";
import { go, settle } from "./step.ts";
import type { SessionService } from "./types.ts";

/** A run loses a handle that turned out to be another run's: what was started is in doubt again. */
export function forgetGuess<S extends SessionService>(state: SessionState<S>, id: string | null): SessionState<S> {
  const run = state.runs.find((one) => one.id === id);
  const name = serviceId(run?.handle ?? null);
  const fresh = { handle: null, isGuess: false, confirmed: false, endAskedAt: null, goneAt: null, retry: null };
  const known = changeRun(state, id, fresh);
  return name === undefined ? known : { ...known, finished: finish(known.finished, name) };
}

/**
 * The service says that `sid` and resource do not belong together (1003), and only a notification had said so: it was a
 * late one, about a run before this one.
 */
export function backInDoubt<S extends SessionService>(state: SessionState<S>, error: AgoraError): Step<S> {
  if (currentRun(state) === null) return go(state);
  return go(
    { ...forgetGuess(state, state.current), ...ended },
    { status: "failed", handle: null, startedAt: null, current: null, error, isCheckError: false },
    settle("running", error),
    settle("stop", error),
  );
}
