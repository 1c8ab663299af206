import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { RetryAdvice } from "../errors/retry-advice.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import type { ValidationIssue } from "../validation/issue.ts";

/**
 * The media type of answers in their finished form, which a page asks for in `accept`: browsers send that header to other
 * origins without asking first. A change that older pages cannot read gets the next number.
 */
export const finishedType = "application/vnd.agora-edge.v1+json";

/** A parameter of the type, in `accept`: one attempt and no repeats, as for a check that comes again anyway. */
export const onceParameter = "attempts=1";

/** What an earlier attempt of the same call came to. */
export interface FinishedCause {
  readonly kind: AgoraErrorKind;
  readonly status?: number | undefined;
  readonly retry: RetryAdvice;
}

/** A failure as the proxy sends it to a page: with its text, without secrets. A result is sent as the client gives it. */
export interface FinishedError {
  readonly kind: AgoraErrorKind;
  readonly operation?: AgoraOperation | undefined;
  /** Of the service's answer, where there was one. */
  readonly status?: number | undefined;
  readonly code?: number | undefined;
  readonly reason?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retry: RetryAdvice;
  /** The service spoke about what the call is for: what an earlier attempt of it did is no longer in doubt. */
  readonly settled: boolean;
  readonly title: string;
  readonly explanation: string;
  readonly action: string;
  readonly causes: readonly string[];
  /** What else the answer said, for the message. */
  readonly detail?: string | undefined;
  /** What runs already, where the answer names it. */
  readonly handle?: object | undefined;
  readonly runningTask?: string | undefined;
  readonly issues?: readonly ValidationIssue[] | undefined;
  readonly cause?: FinishedCause | undefined;
}
