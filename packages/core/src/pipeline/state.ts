import type { AgoraError } from "../errors/agora-error.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Answer, Call, CallContext } from "./call.ts";
import type { Step } from "./compose.ts";
import type { Exchange } from "./exchange.ts";
import { connectionError } from "./failures.ts";

/** One call on its way, with all its attempts. */
export interface CallState {
  readonly call: Call;
  /** What middleware of the app is told of it. */
  readonly context: CallContext;
  readonly clock: Clock;
  /** What must not be shown. Only computed for errors and hooks, not for a success without hooks. */
  readonly secrets: () => readonly string[];
  /** Ends the waiting for a turn, for a pause and for another attempt. */
  waiting: AbortSignal | undefined;
  /** Steps of this call alone. */
  readonly use: readonly CallSteps[];
  /** The body as it is sent. */
  body: string | undefined;
  /** When the call has to be over, by the clock. */
  deadline: number;
  /** How many attempts have begun. */
  attempts: number;
  /** The failure of the attempt before this one. */
  failure: AgoraError | undefined;
  /** The attempt that was begun last. */
  latest: AttemptState | undefined;
}

/** One attempt on its way. */
export interface AttemptState {
  readonly state: CallState;
  /** From 1. */
  readonly number: number;
  /** `Headers` only where a step asks for them (`headersOf`). */
  headers: Headers | Readonly<Record<string, string>>;
  /** The path, until a host is chosen. */
  url: string;
  /** Ends the sending. */
  signal: AbortSignal | undefined;
  /** When the request left, if it has. */
  sentAt: number | undefined;
  /** When the whole answer was there, if it is. */
  receivedAt: number | undefined;
  /** The answer as it came. */
  exchange: Exchange | undefined;
  /** Its body, where it is JSON. */
  json: unknown;
}

export type CallStep = Step<CallState, Answer>;
export type AttemptStep = Step<AttemptState, Answer>;

/** Steps that one call brings along. */
export interface CallSteps {
  /** Once, around all attempts. */
  readonly call?: CallStep;
  /** Around each attempt, before anything is made for it. */
  readonly attempt?: AttemptStep;
  /** Around each request, when its turn has come and its URL and headers are complete. */
  readonly request?: AttemptStep;
}

export function beginAttempt(state: CallState): AttemptState {
  state.attempts++;
  state.latest = {
    state,
    number: state.attempts,
    headers: {},
    url: state.call.path,
    signal: state.call.signal,
    sentAt: undefined,
    receivedAt: undefined,
    exchange: undefined,
    json: undefined,
  };
  return state.latest;
}

/** The headers of an attempt, to be read and changed. */
export function headersOf(attempt: AttemptState): Headers {
  return (attempt.headers = attempt.headers instanceof Headers ? attempt.headers : new Headers(attempt.headers));
}

/** The error of an attempt that brought no answer. */
export function noAnswer(attempt: AttemptState, why: "aborted" | "timeout" | "network", cause?: unknown): AgoraError {
  const { state, sentAt } = attempt;
  const { call, failure: previous, secrets } = state;
  return connectionError(call, { why, cause }, { previous, sent: sentAt !== undefined, secrets: secrets() });
}

/**
 * What `work` comes to, which is no request: another call's turn, a token.
 *
 * @throws AgoraAbortError when the call is ended meanwhile
 */
export async function unlessEnded<T>(attempt: AttemptState, work: Promise<T>): Promise<T> {
  const { waiting } = attempt.state;
  try {
    const result = await work;
    // Not throwIfAborted(), which older browsers lack.
    if (waiting?.aborted) throw waiting.reason;
    return result;
  } catch (error) {
    throw waiting?.aborted ? noAnswer(attempt, "aborted", waiting.reason) : error;
  }
}
