import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
import { noAnswer, type AttemptStep } from "./state.ts";

/**
 * Ends an attempt after its time, or when the caller ends the call. It settles even when nothing inside listens to the
 * signal; the sending does, so that nothing leaves afterwards.
 */
export const limitTime: AttemptStep = async (attempt, next) => {
  const { call, clock, deadline } = attempt.state;
  const timeout = Math.min(call.timeout, deadline - clock.now());
  if (timeout <= 0) throw noAnswer(attempt, "timeout");
  const controller = new AbortController();
  attempt.signal = controller.signal;
  try {
    const answer = await withTimeout(next(), clock, timeout, call.signal);
    if (answer !== timedOut) return answer;
  } catch (error) {
    if (!call.signal?.aborted || error !== call.signal.reason) throw error;
    controller.abort(error);
    throw noAnswer(attempt, "aborted", error);
  }
  controller.abort();
  throw noAnswer(attempt, "timeout");
};
