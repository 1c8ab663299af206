import type { AgoraError } from "../errors/agora-error.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { redactText } from "../redact/text.ts";
import { redact, redactHeaders, redactPath } from "../redact/value.ts";
import { notify } from "../runtime/notify.ts";
import { requestIdOf } from "./request-id.ts";
import { headersOf, type AttemptState, type AttemptStep } from "./state.ts";

/** What `onRequest` is told. */
export interface RequestInfo {
  operation: AgoraOperation;
  /** From 1; grows with every repeat of the call. */
  attempt: number;
  /** Of HTTP: `POST`. */
  method: string;
  /** The whole address; a builder token in it is redacted. */
  url: string;
  /** Without secrets. */
  headers: Readonly<Record<string, string>>;
  /** Without secrets. */
  body: unknown;
}

/** What `onResponse` is told. */
export interface ResponseInfo {
  operation: AgoraOperation;
  /** From 1; grows with every repeat of the call. */
  attempt: number;
  /** Of HTTP: `POST`. */
  method: string;
  /** The whole address; a builder token in it is redacted. */
  url: string;
  /** The HTTP status. */
  status: number;
  requestId: string | undefined;
  /** Milliseconds from sending the request to the end of the answer. */
  duration: number;
  /** Without secrets. Text when the answer is no JSON. */
  body: unknown;
}

/** What `onRetry` is told. */
export interface RetryInfo {
  operation: AgoraOperation;
  /** The attempt that failed. */
  attempt: number;
  /** Why the attempt failed. */
  error: AgoraError;
  /** Milliseconds until the next attempt. */
  delay: number;
}

/** For logs and metrics. They see redacted data and cannot change or break a call: what they throw is reported, no more. */
export interface TransportHooks {
  /** Called before each attempt is sent. */
  onRequest?: ((info: RequestInfo) => unknown) | undefined;
  /** Called after each answer was read. */
  onResponse?: ((info: ResponseInfo) => unknown) | undefined;
  /** Called when an attempt has failed and another one follows. */
  onRetry?: ((info: RetryInfo) => unknown) | undefined;
}

/** How much of an answer that is no JSON a hook is shown. */
const excerptLength = 2000;

function tellRequest({ onRequest }: TransportHooks, attempt: AttemptState): void {
  const { number, url, state } = attempt;
  const { operation, method, body } = state.call;
  notify(onRequest, () => ({
    operation,
    attempt: number,
    method,
    url: redactPath(url),
    headers: redactHeaders(headersOf(attempt)),
    body: redact(body),
  }));
}

function tellResponse({ onResponse }: TransportHooks, attempt: AttemptState): void {
  const { number, url, json, exchange, sentAt = 0, receivedAt = 0, state } = attempt;
  if (!exchange) return;
  const { operation, method } = state.call;
  notify(onResponse, () => {
    const secrets = state.secrets();
    return {
      operation,
      attempt: number,
      method,
      url: redactPath(url),
      status: exchange.status,
      requestId: requestIdOf(exchange.headers, () => secrets),
      duration: receivedAt - sentAt,
      body: redact(json ?? redactText(exchange.text, secrets).slice(0, excerptLength), secrets),
    };
  });
}

/** Tells the hooks of a request as it leaves, and of its answer as it came. */
export function observe(hooks: TransportHooks): AttemptStep {
  return async (attempt, next) => {
    tellRequest(hooks, attempt);
    try {
      return await next();
    } finally {
      tellResponse(hooks, attempt);
    }
  };
}
