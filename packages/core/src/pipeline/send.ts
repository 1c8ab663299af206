import type { Clock } from "../runtime/clock.ts";
import type { Answer } from "./call.ts";
import type { PipelineConfig } from "./config.ts";
import { decode } from "./decode.ts";
import { exchange } from "./exchange.ts";
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
  config: Pick<PipelineConfig, "auth" | "appId" | "credentials" | "fetch">,
  clock: Clock,
): (attempt: AttemptState) => Promise<Answer> {
  const { auth, credentials, fetch } = config;
  // A page's answers come from its own proxy, which has bounded them.
  const options = { fetch, isBounded: auth !== undefined };
  return async (attempt) => {
    const { state, url, headers, signal } = attempt;
    const { method, keepalive, signal: ending } = state.call;
    // A step of the app's own took so long that the attempt is over: nothing may leave any more.
    if (signal?.aborted) throw noAnswer(attempt, "aborted", signal.reason);
    attempt.sentAt = clock.now();
    const request = { url, method, headers, body: state.body, credentials, keepalive, signal };
    const exchanging = exchange(request, options);
    clock.during?.(untilEnded(exchanging, signal), request);
    const got = await exchanging.catch((cause: unknown) => {
      throw ending?.aborted ? noAnswer(attempt, "aborted", ending.reason) : noAnswer(attempt, "network", cause);
    });
    // Nobody waits for it any more.
    if (signal?.aborted) throw noAnswer(attempt, "aborted", signal.reason);
    attempt.receivedAt = clock.now();
    return decode(config, attempt, got);
  };
}
