import type { Answer } from "./call.ts";
import type { PipelineConfig } from "./config.ts";
import { decode } from "./decode.ts";
import { isHarmless } from "../errors/operations.ts";
import { appError } from "./failures.ts";
import { noAnswer, type AttemptState } from "./state.ts";

/** What a clock of tests is told of. It ends with the attempt, even where a fetch does not listen to its signal. */
function untilEnded(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    const end = () => resolve(undefined);
    signal?.addEventListener("abort", end, { once: true });
    work.then(end, end);
  });
}

/** Sends the request of an attempt and reads its answer, which comes from the service or from the app's own proxy. */
export function createSender(
  config: Pick<PipelineConfig, "auth" | "appId" | "credentials" | "exchange">,
): (attempt: AttemptState) => Promise<Answer> {
  return async (attempt) => {
    const { state, url, headers, signal } = attempt;
    const { call, clock, body, secrets } = state;
    // A step of the app's own took so long that the attempt is over: nothing may leave any more.
    if (signal?.aborted) throw noAnswer(attempt, "aborted", signal.reason);
    const { method, keepalive } = call;
    const request = { url, method, headers, body, credentials: config.credentials, keepalive, signal };
    const exchanging = config.exchange(request, () => (attempt.sentAt = clock.now()));
    clock.during?.(untilEnded(exchanging, signal), request);
    const got = await exchanging;
    for (const ending of [call.signal, signal]) {
      if (ending?.aborted) throw noAnswer(attempt, "aborted", ending.reason);
    }
    if (!("failed" in got)) {
      attempt.receivedAt = clock.now();
      return decode(config, attempt, got);
    }
    if (got.failed === "connection") throw noAnswer(attempt, "network", got.cause);
    const outcomeUnknown = attempt.sentAt !== undefined && !isHarmless(call.effect);
    throw appError(call, "A hook of `ky` failed", { cause: got.cause, secrets: secrets(), outcomeUnknown });
  };
}
