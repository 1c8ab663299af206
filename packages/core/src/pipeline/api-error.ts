import { decodeFailure } from "../catalogue/decode.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { proxyHeader, proxyKind } from "../errors/proxy-kind.ts";
import { noRetry, type RetryAdvice } from "../errors/retry-advice.ts";
import { redactText } from "../redact/text.ts";
import { integerAt, isObject, type JsonObject, objectAt, textAt } from "../runtime/json.ts";
import type { Call } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import { carryDoubt, describe, forCall } from "./failures.ts";
import { requestIdOf } from "./request-id.ts";
import type { AttemptState, CallState } from "./state.ts";

/** How much of an answer that is no JSON goes into the message. */
const excerptLength = 160;

/** Of how much of a text the excerpt is made: redaction shortens it, and takes long where there are megabytes of it. */
const considered = 16_384;

/** Whether the answer is about something that runs, or may run: a refusal can carry ids that mean nothing. */
function speaksOfRunning({ kind, retry }: { kind: AgoraErrorKind; retry: RetryAdvice }): boolean {
  return kind === "already-started" || kind === "conflict" || retry.outcomeUnknown;
}

/** What an answer says of its failure in words, the reason first. */
export function wordsOf(body: JsonObject): string[] {
  // Some failures of a stop say more where a success has its result.
  const { message } = objectAt(objectAt(body, "serverResponse"), "payload");
  const said = { ...body, payload: message };
  return ["reason", "message", "detail", "details", "payload"].flatMap((key) => textAt(said, key) ?? []);
}

/** What of an attempt decides what its answer means. */
interface Answered extends Pick<AttemptState, "json" | "receivedAt"> {
  readonly state: Pick<CallState, "failure" | "secrets"> & {
    readonly call: Pick<Call, "service" | "operation" | "effect" | "handle" | "readRunning">;
  };
}

/** The error for an answer that is no success. `hint` says what is wrong for sure, where the client knows. */
export function apiError(attempt: Answered, { status, headers, text }: Exchange, hint: string): AgoraApiError {
  const { state, json, receivedAt = 0 } = attempt;
  const { call, failure: previous } = state;
  const secrets = state.secrets();
  const body = isObject(json) ? json : {};
  const texts = wordsOf(body);
  const code = integerAt(body, "code");
  const decoded =
    headers.get(proxyHeader) === "1"
      ? { kind: proxyKind(status), retry: noRetry, settled: false }
      : decodeFailure(call.service.catalogue, {
          operation: call.operation,
          effect: call.effect,
          status,
          code,
          texts,
          isJson: isObject(json),
        });
  const clean = (value: string) => redactText(value.slice(0, considered), secrets).slice(0, excerptLength);
  const excerpt = clean(text.slice(0, considered).replace(/\s+/g, " ").trim());
  return new AgoraApiError({
    ...describe(call, decoded.kind, texts[0]),
    ...(speaksOfRunning(decoded) ? call.readRunning?.(body, receivedAt) : {}),
    status,
    code,
    reason: texts[0] === undefined ? undefined : clean(texts[0]),
    requestId: requestIdOf(headers, () => secrets),
    retry: carryDoubt(forCall(decoded.retry, call), previous, decoded.settled),
    detail: isObject(json)
      ? [hint, ...texts.slice(1).map(clean)].filter(Boolean).join(" ")
      : excerpt
        ? `The answer begins: ${excerpt}`
        : "The answer is empty.",
    cause: previous,
  });
}
