import type { RateLimiter, WaitingRateLimiter } from "../limiter/rate-limiter.ts";
import { refuseTurn } from "../limiter/refused-turn.ts";
import { waitForPermit } from "../limiter/wait.ts";
import type { Answer } from "./call.ts";
import { noAnswer, unlessEnded, type AttemptStep } from "./state.ts";

/** Lets an attempt wait for its turn. An attempt whose turn would come too late fails at once. */
export function limitRate(limiter: RateLimiter | WaitingRateLimiter, random: () => number): AttemptStep {
  let requests = 0;
  return async (attempt, next): Promise<Answer> => {
    const { call, clock, deadline, waiting: signal } = attempt.state;
    // What costs money goes on until it is ended.
    const { operation, effect, subject, priority = effect === "end" ? "critical" : "high", hasPermit } = call;
    if (hasPermit) return next();
    // Where many processes share a limiter, another may have as many.
    const id = `${operation} ${++requests} ${random()}`;
    const permit = waitForPermit(limiter, { id, priority, subject, deadline }, { clock, signal });
    if (!(await unlessEnded(attempt, permit))) {
      const late = noAnswer(attempt, "timeout");
      throw attempt.number === 1 ? refuseTurn(late) : late;
    }
    return next();
  };
}
