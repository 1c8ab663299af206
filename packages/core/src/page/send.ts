import type { Watch } from "../context/watch.ts";
import { AgoraError, isAgoraError } from "../errors/agora-error.ts";
import { systemClock } from "../runtime/clock.ts";
import { isObject } from "../runtime/json.ts";
import { sleep } from "../runtime/sleep.ts";
import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { PageCall, SendCall } from "./call.ts";
import { connectionError, describe, finishedError, type Progress, unreadError } from "./errors.ts";
import { finishedType, onceParameter, type FinishedError } from "./finished.ts";
import type { PageClientOptions } from "./options.ts";
import { loadTexts } from "./translations.ts";
import type { OwnTexts } from "./texts.ts";
import { grantHeader } from "../runtime/grant-header.ts";

/** An answer of the proxy in its finished form, or of something else, which was not read. */
interface PageAnswer {
  readonly response: Response;
  readonly text: string | undefined;
}

async function headersOf(
  progress: Progress,
  { headers, locale }: PageClientOptions,
  once: boolean | undefined,
): Promise<Record<string, string>> {
  const refuse = (detail: string, cause?: unknown): never => {
    throw new AgoraError({ ...describe(progress, "invalid-config"), detail, cause });
  };
  const given =
    typeof headers === "function"
      ? await Promise.resolve(headers()).catch((cause: unknown) =>
          refuse("The function that gives the headers failed.", cause),
        )
      : headers;
  let own = {};
  try {
    own = given ? Object.fromEntries(new Headers(given)) : {};
  } catch {
    // No cause: the platform's error quotes the value.
    refuse("The headers hold a name or value that no header may have.");
  }
  const { grant } = progress.call;
  return {
    ...own,
    // What is no JSON of the app's own proxy is asked for as well: an older one answers as the service does.
    accept: `${finishedType}${once ? `;${onceParameter}` : ""}, application/json`,
    "content-type": "application/json",
    ...(locale === undefined ? {} : { "accept-language": locale }),
    ...(grant && { [grantHeader]: grant }),
  };
}

/**
 * A result on the clock of this page: a lease lasts as long as the proxy says, from the moment that the request left, and
 * a handle is as old as its answer.
 */
function onOwnClock(result: unknown, sentAt: number, receivedAt: number): object {
  if (!isObject(result)) return {};
  const { acquiredAt, expiresAt } = result;
  if (typeof acquiredAt === "number" && typeof expiresAt === "number") {
    return { ...result, acquiredAt: sentAt, expiresAt: sentAt + expiresAt - acquiredAt };
  }
  return "startedAt" in result ? { ...result, startedAt: receivedAt } : result;
}

const isFailure = (json: unknown): json is FinishedError => isObject(json) && typeof json.kind === "string";

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a browser does not tell: that it may have refused what came from another origin. */
function hiddenCause(baseUrl: string, texts: OwnTexts): string | undefined {
  const { location } = globalThis;
  if (!location || new URL(baseUrl, location.href).origin === location.origin) return undefined;
  return (
    texts["other-origin"] ??
    "The proxy has another origin: if its `cors` does not allow this page, the browser says no more."
  );
}

/** Plain `fetch`, one answer for each call: what the proxy says has been checked, repeated and explained there. */
export function createSend(options: PageClientOptions, watch: Watch): SendCall {
  const { appId, clock = systemClock, random = Math.random, timeout: longest = 65_000, validate } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");

  let texts: OwnTexts = {};
  let loading: Promise<unknown> | undefined;

  /** One attempt. */
  async function ask(
    progress: Progress,
    { signal, keepalive, once, timeout = longest }: CallOptions,
    deadline: number,
  ): Promise<PageAnswer> {
    const controller = new AbortController();
    let isSent = false;
    const exchange = async (): Promise<PageAnswer> => {
      const { method = "POST", path, body } = progress.call;
      const headers = await headersOf(progress, options, once);
      const { fetch = globalThis.fetch, credentials } = options;
      isSent = true;
      const response = await fetch(baseUrl + path, {
        method,
        headers,
        signal: controller.signal,
        // The server that it points to would get the headers.
        redirect: "manual",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(keepalive ? { keepalive } : {}),
      });
      const isFinished = response.headers.get("content-type")?.startsWith(finishedType) === true;
      return { response, text: isFinished ? await response.text() : undefined };
    };
    try {
      const exchanging = exchange();
      const { method = "POST", path } = progress.call;
      clock.during?.(exchanging, { method, url: baseUrl + path });
      const answer = await withTimeout(exchanging, clock, Math.min(timeout, deadline - clock.now()), signal);
      if (answer !== timedOut) return answer;
      controller.abort();
    } catch (cause) {
      controller.abort(signal?.reason);
      if (isAgoraError(cause)) throw cause;
      if (signal?.aborted) throw connectionError(progress, "aborted", { cause, isSent });
      throw connectionError(progress, "network-error", { cause, isSent, detail: hiddenCause(baseUrl, progress.texts) });
    }
    throw connectionError(progress, "client-timeout", { isSent });
  }

  async function send<Result>(call: PageCall, callOptions: CallOptions = {}): Promise<Result> {
    const { signal, patience = signal, retrySignal = patience, once, timeout = longest } = callOptions;
    const deadline = clock.now() + Math.max(60_000, timeout);
    let lost: AgoraError | undefined;
    const progress = (): Progress => ({ call, lost, texts });
    const giveUp = (): never => {
      throw connectionError(progress(), "aborted", { cause: retrySignal?.reason, isSent: false });
    };
    if (retrySignal?.aborted) giveUp();
    await validate?.({ appId, operation: call.operation, args: call.args });
    for (let repeats = 0; ; repeats++) {
      const sentAt = clock.now();
      const asking = ask(progress(), callOptions, deadline);
      watch.asked?.(call, repeats + 1, asking);
      loading ??= loadTexts(options.locale).then((loaded) => (texts = loaded));
      let answer: PageAnswer;
      try {
        answer = await asking;
      } catch (error) {
        if (!isAgoraError(error)) throw error;
        const pause = error.retry.delays[repeats];
        const delay = pause && Math.round(pause * (1 + 0.2 * random()));
        if (once || delay === undefined || clock.now() + delay >= deadline) throw error;
        lost = error;
        await sleep(clock, delay, retrySignal).catch(giveUp);
        continue;
      }
      const { response, text } = answer;
      const json = parse(text);
      const receivedAt = clock.now();
      // The proxy is the app's own: what it sends is what the client there gave.
      const own = (result: unknown) => onOwnClock(result, sentAt, receivedAt) as Result & object;
      if (text === undefined) {
        const reading = import("./wire-answer.ts").then(
          ({ readWireAnswer }) => readWireAnswer(response, call, { ...options, isRepeat: lost !== undefined }),
          (why: unknown) => Promise.reject(unreadError(progress(), response.status, why)),
        );
        clock.during?.(reading);
        return own(await reading);
      }
      if (response.status === 200) return own(json);
      if (!isFailure(json)) throw unreadError(progress(), response.status);
      const error = finishedError(progress(), { ...json, handle: json.handle && own(json.handle) });
      // What runs is what the lost attempt has started.
      const isStarted = error.kind === "already-started" || error.kind === "conflict";
      if (lost?.retry.outcomeUnknown && isStarted && json.handle) return error.handle as Result;
      throw error;
    }
  }

  return <Result>(call: PageCall, callOptions?: CallOptions) => {
    const outcome = send<Result>(call, callOptions);
    return watch.called?.(call, outcome) ?? outcome;
  };
}
