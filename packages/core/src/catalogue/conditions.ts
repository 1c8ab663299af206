import type { RetryAdvice } from "../errors/retry-advice.ts";
import { connectionDelays, timeoutDelays } from "../errors/retry-delays.ts";

/** What the client finds out without an answer. The name resolution failed: nothing was sent. */
export const dnsFailure: RetryAdvice = { policy: "back-off", delays: connectionDelays, outcomeUnknown: false };

export const networkFailure: RetryAdvice = { policy: "ambiguous", delays: connectionDelays, outcomeUnknown: true };

export const timeout: RetryAdvice = { policy: "ambiguous", delays: timeoutDelays, outcomeUnknown: true };

/** An answer came, and only its status and headers were read: it says nothing of what the service has done. */
export const unread: RetryAdvice = { policy: "none", delays: [], outcomeUnknown: true };
