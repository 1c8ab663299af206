import { AgoraAbortError } from "../errors/abort-error.ts";
import { AgoraError, type AgoraErrorInit } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import type { ExplanationText, SentencePair } from "../errors/explanation.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { noRetry } from "../errors/retry-advice.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";
import { hasOutcome, type PageCall } from "./call.ts";
import type { FinishedError } from "./finished.ts";
import { chineseText } from "./translations.ts";

type LocalKind = Exclude<keyof typeof local, "in-doubt">;

/** The text in the language of the page, as far as that is there. */
const textOf = (kind: keyof typeof local): SentencePair | ExplanationText => chineseText(kind) ?? local[kind];

/** What is added where the call may have taken effect. */
const doubt = (): SentencePair => {
  const text = chineseText("in-doubt");
  return text ? [text[1], text[2]] : local["in-doubt"];
};

/** What every error of this side has in common. */
export function describe({ operation, handle }: PageCall, kind: LocalKind): AgoraErrorInit {
  return { kind, operation, handle, text: textOf(kind), doubt: doubt() };
}

/** The error for an attempt that brought no answer, or was never made. */
export function connectionError(
  call: PageCall,
  kind: "aborted" | "client-timeout" | "network-error",
  { cause, lost, isSent }: { cause: unknown; lost: AgoraError | undefined; isSent: boolean },
): AgoraError {
  const outcomeUnknown = lost?.retry.outcomeUnknown || (isSent && hasOutcome(call));
  const described = describe(call, kind);
  if (kind === "aborted") {
    return new AgoraAbortError({ ...described, retry: { ...noRetry, outcomeUnknown }, cause });
  }
  const isLate = kind === "client-timeout";
  const delays = call.delays ?? (isLate ? [3000, 6000, 9000] : [1000, 3000, 6000]);
  const Failure = isLate ? AgoraTimeoutError : AgoraNetworkError;
  return new Failure({
    ...described,
    retry: { policy: "ambiguous", delays, outcomeUnknown },
    cause: isLate ? lost : cause,
  });
}

/** The failure that the proxy tells of, after `lost` attempts of this page. */
export function finishedError(call: PageCall, json: FinishedError, lost: AgoraError | undefined): AgoraError {
  const { title, explanation, action, causes = [], settled, issues, cause, handle = call.handle, ...facts } = json;
  const isDoubtful = !settled && lost?.retry.outcomeUnknown === true && !json.retry.outcomeUnknown;
  const { operation } = call;
  const init = {
    ...facts,
    operation,
    handle,
    text: [title, explanation, action, ...causes] as const,
    ...(isDoubtful ? { retry: { ...json.retry, outcomeUnknown: true }, doubt: doubt() } : {}),
    cause: lost ?? (cause && new AgoraError({ ...cause, operation, text: [cause.kind, ""] })),
  };
  if (issues) return new AgoraValidationError({ ...init, issues });
  const { kind, status } = json;
  if (status !== undefined) return new AgoraApiError(init);
  if (kind === "client-timeout") return new AgoraTimeoutError(init);
  return kind === "network-error" || kind === "dns-failure" ? new AgoraNetworkError(init) : new AgoraError(init);
}

/** An answer that nobody here can read, and why. */
export function unreadError(call: PageCall, status: number, lost: AgoraError | undefined, why: unknown): AgoraError {
  const outcomeUnknown = lost?.retry.outcomeUnknown || hasOutcome(call);
  const retry = { ...noRetry, outcomeUnknown };
  return new AgoraApiError({ ...describe(call, "unexpected-response"), status, retry, cause: lost ?? why });
}
