import type { AgoraOperation } from "./operations.ts";
import { docsOf } from "./docs.ts";
import { entitled, type ExplanationText, type SentencePair } from "./explanation.ts";
import { handleOf, opensSomething, printableHandle } from "./handle-of.ts";
import { withDoubt } from "./in-doubt.ts";
import type { AgoraErrorKind } from "./kinds.ts";
import { noRetry, type RetryAdvice } from "./retry-advice.ts";

/** Brands, not classes, so that an error of another copy of this package is recognised too. */
const brand = Symbol.for("@agora-edge/error");
const textBrand = Symbol.for("@agora-edge/error-text");

/** The call that an error belongs to, as far as it had come. */
export interface AgoraErrorContext {
  operation?: AgoraOperation | undefined;
  /** HTTP status, when an answer came. */
  status?: number | undefined;
  /** The service's own code (`433`), which is not the HTTP status. */
  code?: number | undefined;
  /** The service's own words (`reason`, `message` or `detail` of the answer), without secrets. */
  reason?: string | undefined;
  /** The service's identifier of the request; support asks for it. */
  requestId?: string | undefined;
  retry?: RetryAdvice | undefined;
  /** What was running, or may be: enough to query and to stop it. */
  handle?: object | undefined;
  /** The id of the transcription task or agent that runs already, where the service named it. `handle` has the rest. */
  runningTask?: string | undefined;
  cause?: unknown;
}

export interface AgoraErrorInit extends AgoraErrorContext {
  kind: AgoraErrorKind;
  /** The explanation in English; the message is made of it. Without a title, it has that of its kind. */
  text: SentencePair | ExplanationText;
  /** What is added to it where the call may have taken effect. */
  doubt?: SentencePair | undefined;
  /** One more sentence for the message, free of secrets. */
  detail?: string | undefined;
}

function composeMessage(init: AgoraErrorInit, [, explanation, action]: ExplanationText): string {
  const facts = [
    init.status === undefined ? "" : `HTTP ${init.status}`,
    init.code === undefined ? "" : `code ${init.code}`,
    init.reason === undefined ? "" : `"${init.reason}"`,
    init.requestId === undefined ? "" : `request ${init.requestId}`,
  ].filter(Boolean);
  return (
    (init.operation ? `${init.operation}: ` : "") +
    [explanation, action, init.detail].filter(Boolean).join(" ") +
    (facts.length > 0 ? ` (${facts.join(", ")})` : "")
  );
}

/**
 * Every failure that this package reports. `kind` says what happened, `retry` what may be repeated, `message` both in
 * English; `explainError` says it in another language. Never holds a secret.
 */
export class AgoraError extends Error {
  /** The name of the class; `isAgoraError` also knows errors of another copy of the package. */
  override readonly name: string = "AgoraError";
  /** What happened, in one word. Compare this, not the message. */
  declare readonly kind: AgoraErrorKind;
  declare readonly operation: AgoraOperation | undefined;
  /** The HTTP status, if an answer came. */
  declare readonly status: number | undefined;
  /** The number that the service answered with. */
  declare readonly code: number | undefined;
  /** The service's own words. */
  declare readonly reason: string | undefined;
  declare readonly requestId: string | undefined;
  /** Whether the call may be repeated, after which pauses, and whether it may have taken effect. */
  declare readonly retry: RetryAdvice;
  /** What runs, or may run, if the call was about something that was started: query and stop take it. */
  declare readonly handle: object | undefined;
  /** ID of the task or agent that the refusal names, because it runs already. */
  declare readonly runningTask: string | undefined;

  constructor(init: AgoraErrorInit) {
    const { text: neutral, doubt, detail: _, cause, handle, retry = noRetry, ...facts } = init;
    const text = withDoubt(entitled(init.kind, neutral), doubt, init);
    super(composeMessage(init, text), cause === undefined ? undefined : { cause });
    Object.assign(this, facts, { retry });
    setHandle(this, handle);
    // Not enumerable: they serve `isAgoraError` and `explainError`, and would only clutter a log.
    Object.defineProperty(this, brand, { value: true });
    Object.defineProperty(this, textBrand, { value: text });
  }

  /** The page of the documentation on this kind of error, in English; `setDocsUrl` sets where it is. */
  get docs(): string {
    return docsOf(this.kind);
  }

  /**
   * Plain data for logs and for crossing a process boundary: all fields and the message, without `cause`. A builder token or
   * grant in `handle` is redacted: a program that needs it reads `error.handle`.
   */
  toJSON(): object {
    return Object.assign({}, this, { handle: printableHandle(this.handle), message: this.message });
  }
}

/** Consoles and loggers print what is enumerable: what opens a task is for the program alone. */
function setHandle(error: AgoraError, handle: object | undefined): void {
  const value = handleOf(handle);
  Object.defineProperty(error, "handle", { value, enumerable: !opensSomething(value), configurable: true });
}

/** What runs already, where that was found out after the refusal. */
export function nameRunning(
  error: AgoraError,
  { handle, runningTask }: Pick<AgoraErrorContext, "handle" | "runningTask">,
): void {
  setHandle(error, handle);
  Object.assign(error, runningTask === undefined ? {} : { runningTask });
}

/** Whether `error` is an {@link AgoraError}, of this copy of the package or of another. */
export function isAgoraError(error: unknown): error is AgoraError {
  return typeof error === "object" && error !== null && brand in error;
}

/** The English text that an error was made with. */
export function textOf(error: AgoraError): ExplanationText | undefined {
  return (error as { [textBrand]?: ExplanationText })[textBrand];
}
