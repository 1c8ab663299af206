import type { AgoraError } from "../errors/agora-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import type { Clock } from "../runtime/clock.ts";
import { isObject } from "../runtime/json.ts";
import { sleep } from "../runtime/sleep.ts";
import { tooLate, within } from "../runtime/within.ts";
import type { Answer, Call } from "./call.ts";
import type { TransportConfig } from "./config.ts";
import { exchange } from "./exchange.ts";
import { apiError, connectionError, describe, parseJson } from "./failures.ts";
import { buildHeaders } from "./headers.ts";
import { notify } from "./hooks.ts";
import { redact, redactHeaders, redactPath, secretsIn } from "./redact.ts";
import { requestIdOf } from "./request-id.ts";
import { nextDelay, readRetryAfter } from "./retry.ts";
import { scrub } from "./scrub.ts";
import { unreadError } from "./unread.ts";
import { resolveUrl } from "./url.ts";

export interface Transport {
  readonly clock: Clock;
  /**
   * Sends a call, moves through the hosts and repeats as documented, and resolves with the body of a 200.
   *
   * @throws AgoraError for everything else
   */
  send(call: Call): Promise<Answer>;
}

function serialize(call: Call): string | undefined {
  if (call.body === undefined) return undefined;
  try {
    return JSON.stringify(call.body);
  } catch (cause) {
    const issues = [{ path: "", message: "must be JSON", received: "a value that has no JSON form" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-request"), issues, cause });
  }
}

export function createTransport(config: TransportConfig): Transport {
  const { clock, hosts, hooks, auth } = config;

  /** One attempt: waits for its turn, sends, and reports. Rejects with the error of this attempt alone. */
  async function attemptOnce(
    call: Call,
    body: string | undefined,
    situation: { attempt: number; budget: { deadline: number }; previous: AgoraError | undefined },
  ): Promise<{ answer: Answer } | { error: AgoraError; headers?: Headers }> {
    const { attempt, budget, previous } = situation;
    const { operation, method, signal } = call;
    const waiting = call.patience ?? signal;
    // Only asked for where something is shown: a success that nobody watches goes without.
    const secrets = () => [
      ...(auth?.secrets() ?? []),
      ...secretsIn(call.body),
      ...secretsIn(call.handle),
      ...(call.secrets ?? []),
    ];
    const fail = (why: "aborted" | "timeout" | "network", cause: unknown, sent: boolean) => ({
      error: connectionError(call, { why, cause }, { previous, sent, secrets: secrets() }),
    });

    const host = hosts.current();
    let headers: Headers;
    try {
      const building = within(buildHeaders(config, call), clock, call.timeout, waiting);
      clock.during?.(building);
      const built = await building;
      if (built === tooLate || (await config.limiter?.take(budget.deadline, waiting)) === false) {
        return fail("timeout", undefined, false);
      }
      if (call.beforeAttempt) {
        // The service asks for this wait: it does not count towards the time of the call.
        const begin = clock.now();
        if (!(await call.beforeAttempt()) && previous) return { error: previous };
        budget.deadline += clock.now() - begin;
      }
      headers = built;
      // Not throwIfAborted(), which older browsers lack.
      if (waiting?.aborted) throw waiting.reason;
    } catch (error) {
      if (waiting?.aborted) return fail("aborted", waiting.reason, false);
      throw error;
    }
    const url = resolveUrl(host, call);
    const shown = redactPath(url);
    const sentAt = clock.now();
    const timeout = Math.min(call.timeout, budget.deadline - sentAt);
    if (timeout <= 0) return fail("timeout", undefined, false);

    notify(hooks.onRequest, () => {
      return { operation, attempt, method, url: shown, headers: redactHeaders(headers), body: redact(call.body) };
    });
    const request = { url, method, headers, body, credentials: config.credentials, keepalive: call.keepalive };
    // A page's answers come from its own proxy, which has bounded them.
    const isBounded = auth !== undefined;
    const exchanging = exchange(request, { fetch: config.fetch, clock, timeout, signal, isBounded });
    clock.during?.(exchanging, request);
    const got = await exchanging;
    if ("why" in got) {
      if (got.why !== "aborted") hosts.failed(host);
      return fail(got.why, got.cause, true);
    }

    if ("unread" in got) return { error: unreadError(call, got, { previous, secrets: secrets() }) };

    call.onAnswer?.(got);
    const receivedAt = clock.now();
    const { status } = got;
    const requestId = requestIdOf(got.headers, secrets);
    const json = parseJson(got.text);
    notify(hooks.onResponse, () => {
      const seen = redact(json ?? scrub(got.text, secrets()).slice(0, 2000), secrets());
      return { operation, attempt, method, url: shown, status, requestId, duration: receivedAt - sentAt, body: seen };
    });
    const isDone = call.mayBeEmpty
      ? status < 300 && status !== 201 && status !== 206
      : status === 200 && isObject(json);
    if (isDone) {
      const found = isObject(json) ? json : {};
      const excerpt = () => JSON.stringify(redact(found, secrets())).slice(0, 300);
      return { answer: { body: found, requestId, status, excerpt, sentAt, receivedAt } };
    }
    return {
      error: apiError(call, got, {
        json,
        requestId,
        secrets: secrets(),
        previous,
        receivedAt,
        hint: status === 401 && auth?.isNamed?.(config.appId) ? "The Customer ID that was given is the App ID." : "",
      }),
      headers: got.headers,
    };
  }

  async function send(call: Call): Promise<Answer> {
    const { operation } = call;
    const waiting = call.patience ?? call.signal;
    if (waiting?.aborted) {
      throw connectionError(call, { why: "aborted", cause: waiting.reason }, { previous: undefined, sent: false });
    }
    const body = serialize(call);
    const limit = clock.now() + (config.maxElapsed ?? Math.max(60_000, call.timeout));
    const budget = { deadline: Math.min(limit, call.deadline ?? limit) };
    let previous: AgoraError | undefined;
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(call, body, { attempt, budget, previous });
      if ("answer" in outcome) return outcome.answer;
      const { error } = outcome;
      // The attempt was given up before it was made.
      if (error === previous) throw error;
      const delay = nextDelay({
        error,
        repeats: attempt - 1,
        direct: auth !== undefined,
        retryAfter: outcome.headers && readRetryAfter(outcome.headers, clock.now()),
        options: call.once ? false : config.retry,
        random: config.random,
      });
      const inDoubt = error.retry.outcomeUnknown;
      if (delay === undefined || clock.now() + delay >= budget.deadline) {
        if (inDoubt && attempt > 1) await call.beforeRepeat?.(error, budget.deadline);
        throw error;
      }
      notify(hooks.onRetry, () => ({ operation, attempt, error, delay }));
      try {
        await sleep(clock, delay, waiting);
      } catch (cause) {
        throw connectionError(call, { why: "aborted", cause }, { previous: error, sent: false });
      }
      if (inDoubt) await call.beforeRepeat?.(error, budget.deadline);
      previous = error;
    }
  }

  return { clock, send };
}
