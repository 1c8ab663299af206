import { dnsFailure, networkFailure, timeout } from "../catalogue/conditions.ts";
import { AgoraAbortError } from "../errors/abort-error.ts";
import { AgoraError, type AgoraErrorInit } from "../errors/agora-error.ts";
import { pickText } from "../explain/explain-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { noRetry, type RetryAdvice } from "../errors/retry-advice.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { isHarmless } from "../errors/operations.ts";
import { redactCause } from "../redact/cause.ts";
import { redactText } from "../redact/text.ts";
import { redactUrls } from "../redact/value.ts";
import type { Call } from "./call.ts";
import { isNameFailure, wordsOf } from "./cause.ts";

/** How much of what failed goes into the message. */
const excerptLength = 160;

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

/**
 * An earlier attempt may have taken effect. Only an answer of the service about the task itself settles that; a gateway,
 * a page of a proxy, a server fault or another lost connection do not.
 */
export function carryDoubt(retry: RetryAdvice, previous: AgoraError | undefined, settled: boolean): RetryAdvice {
  return previous?.retry.outcomeUnknown && !settled ? { ...retry, outcomeUnknown: true } : retry;
}

export function forCall(retry: RetryAdvice, { effect }: Pick<Call, "effect">): RetryAdvice {
  return isHarmless(effect) ? { ...retry, outcomeUnknown: false } : retry;
}

/** What an error says, without secrets, and short. */
function quote(words: readonly string[], secrets: readonly string[]): string {
  return redactText(words.map(redactUrls).join(": "), secrets).slice(0, excerptLength);
}

const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

/** The error for a function of the app's own that failed in the way of a call. `what` names it. */
export function appError(
  call: Pick<Call, "operation" | "handle" | "service">,
  what: string,
  { cause, secrets, outcomeUnknown = false }: { cause?: unknown; secrets: readonly string[]; outcomeUnknown?: boolean },
): AgoraError {
  const words = quote(wordsOf(cause), secrets);
  return new AgoraError({
    ...describe(call, "invalid-config"),
    retry: { ...noRetry, outcomeUnknown },
    detail: sentence(words ? `${what}: ${words}` : what),
    cause: redactCause(cause, secrets),
  });
}

/** The error for an attempt that brought no answer, or that was never made because its call ended first. */
export function connectionError(
  call: Pick<Call, "operation" | "effect" | "handle" | "service" | "repeatDelays">,
  failure: { why: "aborted" | "timeout" | "network"; cause: unknown },
  context: { previous: AgoraError | undefined; sent: boolean; secrets?: readonly string[] },
): AgoraError {
  const { previous, sent } = context;
  const advise = (retry: RetryAdvice) =>
    carryDoubt(forCall(sent ? retry : { ...retry, outcomeUnknown: false }, call), previous, false);
  // What the client does, which is less than for other calls where a repeat could start or stop twice.
  const repeating = (retry: RetryAdvice) => advise({ ...retry, delays: call.repeatDelays ?? retry.delays });
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
  const { secrets = [] } = context;
  const quoted = quote(words, secrets);
  return new AgoraNetworkError({
    ...describe(call, kind),
    retry: repeating(retry),
    detail: quoted && sentence(`What failed: ${quoted}`),
    cause: redactCause(failure.cause, secrets),
  });
}
