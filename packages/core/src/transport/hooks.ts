import type { AgoraError } from "../errors/agora-error.ts";
import type { AgoraOperation } from "../operations.ts";

export interface RequestInfo {
  operation: AgoraOperation;
  /** From 1; grows with every repeat of the call. */
  attempt: number;
  method: string;
  url: string;
  /** Without secrets. */
  headers: Readonly<Record<string, string>>;
  /** Without secrets. */
  body: unknown;
}

export interface ResponseInfo {
  operation: AgoraOperation;
  attempt: number;
  method: string;
  url: string;
  status: number;
  requestId: string | undefined;
  /** Milliseconds from sending the request to the end of the answer. */
  duration: number;
  /** Without secrets. Text when the answer is no JSON. */
  body: unknown;
}

export interface RetryInfo {
  operation: AgoraOperation;
  /** The attempt that failed. */
  attempt: number;
  error: AgoraError;
  /** Milliseconds until the next attempt. */
  delay: number;
}

/** For logs and metrics. They see redacted data and cannot change or break a call: what they throw is reported, no more. */
export interface TransportHooks {
  onRequest?: ((info: RequestInfo) => unknown) | undefined;
  onResponse?: ((info: ResponseInfo) => unknown) | undefined;
  onRetry?: ((info: RetryInfo) => unknown) | undefined;
}

/** One line for whoever develops the app. */
export function writeWarning(line: string): void {
  console.warn(line);
}

/** Calls a hook. Its failure must not cost the answer to a start that took effect. */
export function notify<Info>(hook: ((info: Info) => unknown) | undefined, info: () => Info): void {
  if (!hook) return;
  const report = (error: unknown) => {
    // In a page alone: in Deno and Bun it ends the process.
    if (globalThis.document && globalThis.reportError) globalThis.reportError(error);
    else console.error(error);
  };
  try {
    // An asynchronous hook fails later, and must not do so unheard either.
    Promise.resolve(hook(info())).catch(report);
  } catch (error) {
    report(error);
  }
}
