/** How many requests may leave in any interval of time. */
export interface RateLimit {
  /** Requests per interval. */
  limit: number;
  /** Milliseconds. Default 1,000. */
  interval?: number | undefined;
}

/**
 * What goes first when requests have to wait. `critical`: it ends something that costs money. `high`: a caller waits for
 * it. `normal`: it decides what is shown. `low`: it only looks whether all is well.
 */
export type RequestPriority = "critical" | "high" | "normal" | "low";

/** One request that wants to be sent. */
export interface PermitRequest {
  /** The same whenever this request asks again: it keeps its place. */
  readonly id: string;
  /** Who goes first. */
  readonly priority: RequestPriority;
  /** On whose behalf. Among requests of one priority the subjects take turns, however many each of them sends. */
  readonly subject?: string | undefined;
  /** When a permit is of no use any more, in ms since the epoch. `Infinity`: it waits as long as it takes. */
  readonly deadline: number;
}

type Awaitable<T> = T | Promise<T>;

/** Decides when requests leave. One for each App ID, wherever its requests are sent from. */
export interface RateLimiter {
  /**
   * Asks for the permit to send now. 0: the request has it, and is to be sent at once. A number of ms: it has a place in
   * the queue, and asks again after that time. Null: its turn would come too late, and it has no place.
   */
  tryAcquire(request: PermitRequest): Awaitable<number | null>;
  /** The request is not going to be sent: its place is free. */
  cancel(id: string): unknown;
}

/**
 * A limiter that waits by itself.
 *
 * @deprecated Give `rateLimit` an object with `tryAcquire` and `cancel`. This form knows no priorities.
 */
export interface WaitingRateLimiter {
  /** Resolves when it is the caller's turn, with false when that would be after `deadline`. */
  take(deadline: number, signal: AbortSignal | undefined): Promise<boolean>;
}
