import type { AgoraError } from "../errors/agora-error.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import { canAsk } from "./activity.ts";
import type { TransitionResult } from "./effects.ts";
import { go, landed, settle, take } from "./result.ts";
import { confirmPauses, firstFile, pause } from "./series.ts";
import type { Series, SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

/** Waits for the first sign of life. */
export function confirmSoon<S extends SessionService>(state: SessionState<S>, now: number): TransitionResult<S> {
  return go(state, { confirming: { since: now, tries: 0 }, checkAt: now + pause(confirmPauses, 0) });
}

/**
 * Asks now, unless somebody asks already or stop is under way.
 *
 * @param isPlanned its time has come; else it is one try more, which does not bring the end of a series nearer
 */
export function check<S extends SessionService>(
  state: SessionState<S>,
  priority: RequestPriority,
  isPlanned = false,
): TransitionResult<S> {
  const { handle, missing, confirming } = state;
  if (handle === null || !canAsk(state) || state.inFlight.query !== null) return go(state);
  const { call, patch } = take(state, "query");
  const more = <T extends Series | null>(series: T): T =>
    isPlanned || state.deferredBy > 0 || series === null ? series : { ...series, tries: series.tries - 1 };
  const asking = { ...patch, checkAt: null, deferredBy: 0, missing: more(missing), confirming: more(confirming) };
  return go(state, asking, { type: "query", call, handle, priority });
}

/** The rate limit has no room for the question yet. Nothing was asked, so nothing was learnt. */
export function deferred<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  wait: number,
  error?: AgoraError,
): TransitionResult<S> {
  const next = landed(state, "query");
  if (error === undefined) return go(next, { checkAt: now + wait, deferredBy: wait });
  // Somebody had asked; what was planned is still to be done.
  const isSeries = state.confirming !== null || state.missing !== null;
  return go(next, { checkAt: isSeries ? now + wait : nextMonitor(state, now) }, settle("query", error));
}

/** When the monitor looks next. After the first sign of life of a recording it looks sooner: somebody waits for its files. */
export function nextMonitor<S extends SessionService>(state: SessionState<S>, now: number): number | null {
  const { service, settings, files, confirmed } = state;
  const { monitorInterval } = settings;
  if (monitorInterval === null) return null;
  const isFirst = service === "recording" && files.length === 0 && !confirmed;
  return now + (isFirst ? Math.min(monitorInterval, firstFile) : monitorInterval);
}
