import type { Clock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";
import type { PermitRequest, RateLimiter, WaitingRateLimiter } from "./rate-limiter.ts";

/**
 * Waits until the request may be sent, on a timer of its own. False, at once, when that would be too late. Rejects with
 * the signal's reason when it aborts first, and gives the place back.
 */
export async function waitForPermit(
  limiter: RateLimiter | WaitingRateLimiter,
  request: PermitRequest,
  { clock, signal }: { clock: Clock; signal: AbortSignal | undefined },
): Promise<boolean> {
  if (signal?.aborted) throw signal.reason;
  if ("take" in limiter) return limiter.take(request.deadline, signal);
  for (;;) {
    const asking = limiter.tryAcquire(request);
    // Another await would cost every call a turn. What comes over RPC is a thenable, and no `Promise`.
    const wait = typeof asking === "number" || asking === null ? asking : await asking;
    if (wait === null) return false;
    if (wait <= 0) return true;
    try {
      await sleep(clock, wait, signal);
    } catch (error) {
      void limiter.cancel(request.id);
      throw error;
    }
  }
}
