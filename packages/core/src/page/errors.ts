import { connectionDelays, timeoutDelays } from "../errors/retry-delays.ts";
import { AgoraAbortError } from "../errors/abort-error.ts";
import { AgoraError, type AgoraErrorInit } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import type { SentencePair } from "../errors/explanation.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { noRetry } from "../errors/retry-advice.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";
import { hasOutcome, type PageCall } from "./call.ts";
import type { FinishedError } from "./finished.ts";
import type { OwnTexts, PageTexts } from "./texts.ts";

type LocalKind = Exclude<keyof typeof local, "in-doubt">;

/** Where a call has come to. */
export interface Progress {
  readonly call: PageCall;
  /** The last attempt, whose answer got lost. */
  readonly lost: AgoraError | undefined;
  /** What the page reads instead of English. */
  readonly texts: OwnTexts;
}

/** What is added where the call may have taken effect. */
function doubtOf({ "in-doubt": text }: PageTexts): SentencePair {
  return text ? [text[1], text[2]] : local["in-doubt"];
}

/** What every error of this side has in common. */
export function describe({ call: { operation, handle }, texts }: Progress, kind: LocalKind): AgoraErrorInit {
  return { kind, operation, handle, text: texts[kind] ?? local[kind], doubt: doubtOf(texts) };
}

/** The error for an attempt that brought no answer, or was never made. */
export function connectionError(
  progress: Progress,
  kind: "aborted" | "client-timeout" | "network-error",
  { cause, isSent, detail }: { cause?: unknown; isSent: boolean; detail?: string | undefined },
): AgoraError {
  const { call, lost } = progress;
  const outcomeUnknown = lost?.retry.outcomeUnknown || (isSent && hasOutcome(call));
  const described = describe(progress, kind);
  if (kind === "aborted") {
    return new AgoraAbortError({ ...described, retry: { ...noRetry, outcomeUnknown }, cause });
  }
  const isLate = kind === "client-timeout";
  const delays = call.delays ?? (isLate ? timeoutDelays : connectionDelays);
  const Failure = isLate ? AgoraTimeoutError : AgoraNetworkError;
  return new Failure({
    ...described,
    detail,
    retry: { policy: "ambiguous", delays, outcomeUnknown },
    cause: isLate ? lost : cause,
  });
}

/** The failure that the proxy tells of, after `lost` attempts of this page. */
export function finishedError({ call, lost, texts }: Progress, json: FinishedError): AgoraError {
  const { title, explanation, action, causes, settled, issues, cause, handle = call.handle, ...facts } = json;
  const isDoubtful = !settled && lost?.retry.outcomeUnknown === true && !json.retry.outcomeUnknown;
  const { operation } = call;
  const init = {
    ...facts,
    operation,
    handle,
    text: [title, explanation, action, ...causes] as const,
    ...(isDoubtful ? { retry: { ...json.retry, outcomeUnknown: true }, doubt: doubtOf(texts) } : {}),
    cause: lost ?? (cause && new AgoraError({ ...cause, operation, text: [cause.kind, ""] })),
  };
  if (issues) return new AgoraValidationError({ ...init, issues });
  const { kind, status } = json;
  if (status !== undefined) return new AgoraApiError(init);
  if (kind === "client-timeout") return new AgoraTimeoutError(init);
  return kind === "network-error" || kind === "dns-failure" ? new AgoraNetworkError(init) : new AgoraError(init);
}

/** An answer that cannot be read, and why. */
export function unreadError(progress: Progress, status: number, why?: unknown): AgoraError {
  const { call, lost } = progress;
  const outcomeUnknown = lost?.retry.outcomeUnknown || hasOutcome(call);
  const retry = { ...noRetry, outcomeUnknown };
  return new AgoraApiError({ ...describe(progress, "unexpected-response"), status, retry, cause: lost ?? why });
}
