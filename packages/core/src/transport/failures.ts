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
import { integerAt, isObject, textAt } from "../runtime/json.ts";
import type { Call } from "./call.ts";
import type { Exchange, ExchangeFailure } from "./exchange.ts";
import { scrub } from "./scrub.ts";

/** How much of an answer that is no JSON goes into the message. */
const excerptLength = 160;

/** The JSON value of a body, or nothing for a page, an empty body and a cut one. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What every error of a call has in common. */
export function describe(call: Pick<Call, "operation" | "handle" | "service">, kind: AgoraErrorKind): AgoraErrorInit {
  const { operation, handle, service } = call;
  return { kind, operation, handle, text: pickText(service.texts, kind, operation) };
}

/**
 * An earlier attempt may have taken effect. Only an answer of the service about the task itself settles that; a gateway,
 * a page of a proxy, a server fault or another lost connection do not.
 */
export function carryDoubt(retry: RetryAdvice, previous: AgoraError | undefined, settled: boolean): RetryAdvice {
  return previous?.retry.outcomeUnknown && !settled ? { ...retry, outcomeUnknown: true } : retry;
}

/** A call that only reads has no outcome to be in doubt about. */
export function forCall(retry: RetryAdvice, call: Pick<Call, "method">): RetryAdvice {
  return call.method === "GET" ? { ...retry, outcomeUnknown: false } : retry;
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
  },
): AgoraApiError {
  const { status, headers, text } = exchange;
  const { json, requestId } = context;
  const body = isObject(json) ? json : {};
  const texts = ["reason", "message", "detail", "details"].flatMap((key) => textAt(body, key) ?? []);
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
  const clean = (value: string) => scrub(value, context.secrets).slice(0, excerptLength);
  const excerpt = clean(text.replace(/\s+/g, " ").trim());
  return new AgoraApiError({
    ...describe(call, decoded.kind),
    ...(speaksOfRunning(decoded) ? call.readRunning?.(body, context.receivedAt) : {}),
    status,
    code,
    reason: texts[0] === undefined ? undefined : clean(texts[0]),
    requestId,
    retry: carryDoubt(forCall(decoded.retry, call), context.previous, decoded.settled),
    detail: isObject(json)
      ? texts.slice(1).map(clean).join(" ")
      : excerpt
        ? `The answer begins: ${excerpt}`
        : "The answer is empty.",
    cause: context.previous,
  });
}

function isNameFailure(cause: unknown): boolean {
  for (let error = cause, depth = 0; error instanceof Error && depth < 4; error = error.cause, depth++) {
    if (/\b(ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED)\b|dns error: |failed to lookup address/.test(error.message))
      return true;
    if ("code" in error && /^(ENOTFOUND|EAI_AGAIN)$/.test(String(error.code))) return true;
  }
  return false;
}

/** The error for an attempt that brought no answer, or that was never made because its call ended first. */
export function connectionError(
  call: Pick<Call, "operation" | "handle" | "service" | "method">,
  failure: ExchangeFailure,
  context: { previous: AgoraError | undefined; sent: boolean },
): AgoraError {
  const { previous, sent } = context;
  const advise = (retry: RetryAdvice) =>
    carryDoubt(forCall(sent ? retry : { ...retry, outcomeUnknown: false }, call), previous, false);
  if (failure.why === "aborted") {
    const retry = advise({ ...noRetry, outcomeUnknown: true });
    return new AgoraAbortError({ ...describe(call, "aborted"), retry, cause: failure.cause });
  }
  if (failure.why === "timeout") {
    return new AgoraTimeoutError({ ...describe(call, "client-timeout"), retry: advise(timeout), cause: previous });
  }
  const [kind, retry] = isNameFailure(failure.cause)
    ? (["dns-failure", dnsFailure] as const)
    : (["network-error", networkFailure] as const);
  return new AgoraNetworkError({ ...describe(call, kind), retry: advise(retry), cause: failure.cause });
}
