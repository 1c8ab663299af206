import { dnsFailure, networkFailure, timeout } from "../catalogue/conditions.ts";
import { decodeFailure } from "../catalogue/decode.ts";
import { AgoraAbortError } from "../errors/abort-error.ts";
import type { AgoraError, AgoraErrorInit } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { pickText } from "../errors/explain-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { noRetry, type RetryAdvice } from "../errors/retry-advice.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { integerAt, isObject, objectAt, textAt } from "../runtime/json.ts";
import type { Call } from "./call.ts";
import { isNameFailure, wordsOf } from "./cause.ts";
import type { Exchange, ExchangeFailure } from "./exchange.ts";
import { redactUrls } from "./redact.ts";
import { scrub } from "./scrub.ts";

/** How much of an answer that is no JSON goes into the message. */
const excerptLength = 160;

/** Of how much of a text the excerpt is made: blotting out shortens it, and takes long where there are megabytes of it. */
const considered = 16_384;

/** The JSON value of a body, or nothing for a page, an empty body and a cut one. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What every error of a call has in common. */
export function describe(
  call: Pick<Call, "operation" | "handle" | "service">,
  kind: AgoraErrorKind,
  reason?: string,
): AgoraErrorInit {
  const { operation, handle, service } = call;
  const { texts } = service;
  return { kind, operation, handle, text: pickText(texts, kind, operation, reason), doubt: texts["in-doubt"] };
}

/** Whether it can matter afterwards that a call worked: it does not where it only reads, or gets what expires unused. */
export function hasOutcome({ method, operation }: Pick<Call, "method" | "operation">): boolean {
  return method !== "GET" && !operation.endsWith(".acquire");
}

/**
 * An earlier attempt may have taken effect. Only an answer of the service about the task itself settles that; a gateway,
 * a page of a proxy, a server fault or another lost connection do not.
 */
export function carryDoubt(retry: RetryAdvice, previous: AgoraError | undefined, settled: boolean): RetryAdvice {
  return previous?.retry.outcomeUnknown && !settled ? { ...retry, outcomeUnknown: true } : retry;
}

export function forCall(retry: RetryAdvice, call: Pick<Call, "method" | "operation">): RetryAdvice {
  return hasOutcome(call) ? retry : { ...retry, outcomeUnknown: false };
}

function proxyKind(status: number): AgoraErrorKind {
  if (status === 401) return "proxy-unauthenticated";
  return status === 403 ? "proxy-forbidden" : "proxy-rejected";
}

/** Whether the answer is about something that runs, or may run: a refusal can carry ids that mean nothing. */
function speaksOfRunning({ kind, retry }: { kind: AgoraErrorKind; retry: RetryAdvice }): boolean {
  return kind === "already-started" || kind === "conflict" || retry.outcomeUnknown;
}

/** The error for an answer that is no success. */
export function apiError(
  call: Call,
  exchange: Exchange,
  context: {
    /** The body, where it is JSON. */
    json: unknown;
    requestId: string | undefined;
    secrets: readonly string[];
    previous: AgoraError | undefined;
    receivedAt: number;
    /** What is wrong for sure, where the client knows. */
    hint: string;
  },
): AgoraApiError {
  const { status, headers, text } = exchange;
  const { json, requestId } = context;
  const body = isObject(json) ? json : {};
  // Some failures of a stop say more where a success has its result.
  const { message } = objectAt(objectAt(body, "serverResponse"), "payload");
  const said = { ...body, payload: message };
  const texts = ["reason", "message", "detail", "details", "payload"].flatMap((key) => textAt(said, key) ?? []);
  const code = integerAt(body, "code");
  const decoded =
    headers.get("x-agora-edge-proxy") === "1"
      ? { kind: proxyKind(status), retry: noRetry, settled: false }
      : decodeFailure(call.service.catalogue, {
          operation: call.operation,
          status,
          code,
          texts,
          isJson: isObject(json),
        });
  const clean = (value: string) => scrub(value.slice(0, considered), context.secrets).slice(0, excerptLength);
  const excerpt = clean(text.slice(0, considered).replace(/\s+/g, " ").trim());
  return new AgoraApiError({
    ...describe(call, decoded.kind, texts[0]),
    ...(speaksOfRunning(decoded) ? call.readRunning?.(body, context.receivedAt) : {}),
    status,
    code,
    reason: texts[0] === undefined ? undefined : clean(texts[0]),
    requestId,
    retry: carryDoubt(forCall(decoded.retry, call), context.previous, decoded.settled),
    detail: isObject(json)
      ? [context.hint, ...texts.slice(1).map(clean)].filter(Boolean).join(" ")
      : excerpt
        ? `The answer begins: ${excerpt}`
        : "The answer is empty.",
    cause: context.previous,
  });
}

/** The error for an attempt that brought no answer, or that was never made because its call ended first. */
export function connectionError(
  call: Pick<Call, "operation" | "handle" | "service" | "method" | "pauses">,
  failure: ExchangeFailure,
  context: { previous: AgoraError | undefined; sent: boolean; secrets?: readonly string[] },
): AgoraError {
  const { previous, sent } = context;
  const advise = (retry: RetryAdvice) =>
    carryDoubt(forCall(sent ? retry : { ...retry, outcomeUnknown: false }, call), previous, false);
  // What the client does, which is less than for other calls where a repeat could start or stop twice.
  const repeating = (retry: RetryAdvice) => advise({ ...retry, delays: call.pauses ?? retry.delays });
  if (failure.why === "aborted") {
    const retry = advise({ ...noRetry, outcomeUnknown: true });
    return new AgoraAbortError({ ...describe(call, "aborted"), retry, cause: failure.cause });
  }
  if (failure.why === "timeout") {
    return new AgoraTimeoutError({ ...describe(call, "client-timeout"), retry: repeating(timeout), cause: previous });
  }
  const words = wordsOf(failure.cause);
  const [kind, retry] = isNameFailure(words)
    ? (["dns-failure", dnsFailure] as const)
    : (["network-error", networkFailure] as const);
  const clean = scrub(words.map(redactUrls).join(": "), context.secrets ?? []).slice(0, excerptLength);
  return new AgoraNetworkError({
    ...describe(call, kind),
    retry: repeating(retry),
    detail: clean && `What failed: ${clean}${clean.endsWith(".") ? "" : "."}`,
    cause: failure.cause,
  });
}
