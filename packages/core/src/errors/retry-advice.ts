/**
 * What a failure allows.
 * - `none`: do not repeat; mend the request, the configuration or the account, or accept the result
 * - `same-resource`: repeat the same request with the same resource ID
 * - `re-acquire`: get a new resource ID (or builder token), then start
 * - `back-off`: repeat with growing pauses
 * - `ambiguous`: find out the real state (query, notifications) before acting
 * - `not-applicable`: not a failure of the service
 */
export type RetryPolicy = "none" | "same-resource" | "re-acquire" | "back-off" | "ambiguous" | "not-applicable";

/** Whether and when a failed call may be repeated. */
export interface RetryAdvice {
  /** What repeats the call: the same request again, a new lease, or nothing. */
  readonly policy: RetryPolicy;
  /**
   * Pauses before each repeat, in milliseconds. After a lost connection those of the client itself, for this operation, else as
   * documented; what the client repeats by itself it has already used up when it throws.
   */
  readonly delays: readonly number[];
  /** The failed call may have taken effect. */
  readonly outcomeUnknown: boolean;
}

export const noRetry: RetryAdvice = { policy: "none", delays: [], outcomeUnknown: false };
