import { isAgoraError } from "../errors/agora-error.ts";
import { isObject } from "../runtime/json.ts";
import type { Answer, CallContext } from "./call.ts";
import type { Step } from "./compose.ts";
import { isHarmless } from "../errors/operations.ts";
import { appError, connectionError } from "./failures.ts";
import { requestIdOf } from "./request-id.ts";
import { headersOf, type CallState, type CallSteps } from "./state.ts";

/** One request of a call, as it is sent: with its credentials, and with the secrets in its body. */
export interface RequestContext extends Omit<CallContext, "path"> {
  /** The call that the request belongs to: one object for all its attempts. */
  readonly call: CallContext;
  /** From 1; grows with every repeat of the call. */
  readonly attempt: number;
  /** It can hold a builder token. */
  readonly url: string;
  /** What is set here is sent. */
  readonly headers: Headers;
  /** JSON, if the operation has a body. */
  readonly body: string | undefined;
  /** Ends the request: when the call is ended, and when the time of the attempt is over. */
  readonly signal: AbortSignal | undefined;
}

/** Around a whole call: `next` makes its attempts and resolves with the answer of the one that succeeds. */
export type CallMiddleware = Step<CallContext, Answer>;

/** Around each request of a call, inside of its repeats: `next` sends it and resolves with a success. */
export type RequestMiddleware = Step<RequestContext, Answer>;

/**
 * A part of your own in the way of each call. A function alone stands around each request (`aroundRequest`). `next` rejects with an `AgoraError`. What else a middleware throws ends the call, as the cause of an
 * `invalid-config`. It sees the request as it is sent, secrets included: log with care.
 */
export type Middleware =
  | RequestMiddleware
  | {
      readonly aroundCall?: CallMiddleware | undefined;
      readonly aroundRequest?: RequestMiddleware | undefined;
    };

/** An answer with the identifier of its request, which is only searched for secrets when it is read. */
export function withRequestId(state: CallState, answer: Answer): Answer {
  const headers = state.latest?.exchange?.headers;
  if ("requestId" in answer || !headers) return answer;
  return {
    ...answer,
    get requestId() {
      return requestIdOf(headers, state.secrets);
    },
  };
}

/** Runs a middleware of the app, and says so where it is the middleware that fails. */
async function run<Context>(
  state: CallState,
  middleware: Step<Context, Answer>,
  context: Context,
  next: () => Promise<Answer>,
): Promise<Answer> {
  const { call } = state;
  let outcomeUnknown = false;
  const watched = async () => {
    outcomeUnknown = !isHarmless(call.effect);
    try {
      return withRequestId(state, await next());
    } catch (error) {
      outcomeUnknown = isAgoraError(error) && error.retry.outcomeUnknown;
      throw error;
    }
  };
  const fail = (what: string, cause?: unknown) =>
    appError(call, what, { cause, secrets: state.secrets(), outcomeUnknown });
  let answer: Answer;
  try {
    answer = await middleware(context, watched);
  } catch (error) {
    if (isAgoraError(error)) throw error;
    if (call.signal?.aborted && error === call.signal.reason) {
      const retry = { previous: state.failure, sent: outcomeUnknown };
      throw connectionError(call, { why: "aborted", cause: error }, retry);
    }
    throw fail("A middleware in `use` failed", error);
  }
  if (isObject(answer) && isObject(answer.body)) return answer;
  throw fail("A middleware in `use` gave no answer: return what `next()` resolves to");
}

/** The steps of a middleware, between those of the pipeline. */
export function stepsOf(middleware: Middleware): CallSteps {
  const { aroundCall, aroundRequest } =
    typeof middleware === "function" ? { aroundCall: undefined, aroundRequest: middleware } : middleware;
  return {
    ...(aroundCall && { call: (state, next) => run(state, aroundCall, state.context, next) }),
    ...(aroundRequest && {
      request(attempt, next) {
        const { state, number, url, signal } = attempt;
        const headers = headersOf(attempt);
        const { context: call, body } = state;
        const { operation, method } = call;
        return run(
          state,
          aroundRequest,
          { call, operation, method, attempt: number, url, headers, body, signal },
          next,
        );
      },
    }),
  };
}
