import { AgoraApiError } from "../errors/api-error.ts";
import type { AgoraError } from "../errors/agora-error.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { notify } from "../runtime/notify.ts";
import { withEither } from "../runtime/either-signal.ts";
import { sleep } from "../runtime/sleep.ts";
import { connectionError } from "./failures.ts";
import type { TransportHooks } from "./observe.ts";
import type { CallState, CallStep } from "./state.ts";

/** Tunes the documented repeats of every failure. */
export interface RetryOptions {
  /** At most so many repeats of one call. Default: as many as the failure's table names. */
  maxRetries?: number | undefined;
  /** Part of each pause that is added at random, 0 to 1. Default 0.2. Pauses never get shorter than documented. */
  jitter?: number | undefined;
  /** The pauses (ms) before the repeats after `error`, given the documented ones; an empty list gives up. */
  delays?: ((error: AgoraError, documented: readonly number[]) => readonly number[]) | undefined;
}

/** Whether no answer came: the connection failed, or its time ran out. */
export function isConnectionFailure(error: unknown): boolean {
  return error instanceof AgoraNetworkError || error instanceof AgoraTimeoutError;
}

/** The pauses that the documentation names for a repeat by the client itself. None: the caller has to decide. */
function documentedDelays(error: AgoraError): readonly number[] {
  const { policy, delays } = error.retry;
  if (isConnectionFailure(error)) return delays;
  if (!(error instanceof AgoraApiError)) return [];
  const { status } = error;
  if (status >= 400 && status < 500 && status !== 429) return [];
  const repeatable = policy === "same-resource" || policy === "back-off" || (policy === "ambiguous" && status >= 500);
  return repeatable ? delays : [];
}

export interface RetrySituation {
  error: AgoraError;
  /** Repeats that were already made. */
  repeats: number;
  /** The client talks to the service itself. Behind a proxy, answers are the proxy's to repeat. */
  isDirect: boolean;
  /** Milliseconds that the answer asked to wait (`Retry-After`). */
  retryAfter: number | undefined;
  options: RetryOptions | false;
  random: () => number;
}

/** Milliseconds until the next attempt, or undefined when this failure is final. */
export function nextDelay(situation: RetrySituation): number | undefined {
  const { error, repeats, options, retryAfter } = situation;
  if (options === false) return undefined;
  if (!situation.isDirect && !isConnectionFailure(error)) return undefined;
  if (repeats >= (options.maxRetries ?? Infinity)) return undefined;
  const documented = documentedDelays(error);
  const delay = (options.delays?.(error, documented) ?? documented)[repeats];
  if (delay === undefined) return undefined;
  return Math.round(Math.max(delay * (1 + (options.jitter ?? 0.2) * situation.random()), retryAfter ?? 0));
}

/** `Retry-After` in milliseconds from `now`: seconds, or a date. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after");
  if (value === null || value.trim() === "") return undefined;
  const ms = Number.isFinite(Number(value)) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

interface RetrySettings extends Pick<RetrySituation, "isDirect" | "options" | "random"> {
  readonly hooks: TransportHooks;
}

/** The end of a call between two attempts. */
function aborted({ call, failure: previous }: CallState, cause: unknown): AgoraError {
  return connectionError(call, { why: "aborted", cause }, { previous, sent: false });
}

/** Whether another attempt can help at all: not where the app's own options or code failed. */
const isOfTheWay = (error: unknown): error is AgoraError =>
  error instanceof AgoraApiError || isConnectionFailure(error);

/** Makes attempts until one succeeds, the documented repeats are used up, or the call's time is. */
export function retry({ hooks, isDirect, options, random }: RetrySettings): CallStep {
  const repeat: CallStep = async (state, next) => {
    const { call, clock, waiting } = state;
    for (;;) {
      if (waiting?.aborted) throw aborted(state, waiting.reason);
      try {
        return await next();
      } catch (error) {
        // The attempt before was the last: this one was given up before it was made.
        if (!isOfTheWay(error) || error === state.failure) throw error;
        const { attempts, latest } = state;
        const delay = nextDelay({
          error,
          repeats: attempts - 1,
          isDirect,
          retryAfter: latest?.exchange && readRetryAfter(latest.exchange.headers, clock.now()),
          options: call.once ? false : options,
          random,
        });
        if (delay === undefined || clock.now() + delay >= state.deadline) throw error;
        notify(hooks.onRetry, () => ({ operation: call.operation, attempt: attempts, error, delay }));
        state.failure = error;
        await sleep(clock, delay, waiting).catch((reason: unknown) => {
          throw aborted(state, reason);
        });
      }
    }
  };
  return (state, next) =>
    withEither(state.call.retrySignal, state.call.signal, (waiting) => {
      state.waiting = waiting;
      return repeat(state, next);
    });
}
