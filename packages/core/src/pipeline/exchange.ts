import ky from "ky";
import { readStream, tooLarge } from "../runtime/read-stream.ts";
import { callOwnFetch, isRedirect } from "./own-fetch.ts";

/** Bytes of an answer at most. A long recording of many users has a list of some thousand files, of 200 bytes each. */
const largestAnswer = 4 * 1024 * 1024;

export interface ExchangeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly credentials: RequestCredentials | undefined;
  readonly keepalive: boolean | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** An answer of which nothing but the head was read: it points elsewhere, or is larger than any answer of the service. */
export interface UnreadAnswer {
  readonly unread: "redirect" | "too-large";
  /** A page is not told the status of a redirect. */
  readonly status: number | undefined;
  readonly headers: Headers;
}

async function readAnswer(response: Response, isBounded: boolean): Promise<Exchange | UnreadAnswer> {
  const { status, headers, body } = response;
  if (isRedirect(response)) {
    body?.cancel().catch(() => {});
    return { unread: "redirect", status: status || undefined, headers };
  }
  // Some mocks and React Native have no streams.
  if (!isBounded || typeof body?.getReader !== "function") return { status, headers, text: await response.text() };
  const bytes = await readStream(body, largestAnswer);
  if (bytes === tooLarge) return { unread: "too-large", status, headers };
  return { status, headers, text: new TextDecoder().decode(bytes) };
}

interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch | undefined;
  /** Whether the answer is read up to a size. Chromium takes a stream that was read to its end for a request that failed. */
  readonly isBounded: boolean;
}

/** Sends one request and reads the whole answer. Rejects with what the platform's fetch, or the app's own, throws. */
export async function exchange(
  { url, method, headers, body, credentials, keepalive, signal }: ExchangeRequest,
  { fetch: own, isBounded }: ExchangeOptions,
): Promise<Exchange | UnreadAnswer> {
  const parts = {
    method,
    // Whoever is pointed to would get the headers, and with some codes storage keys and tokens too.
    redirect: "manual" as const,
    // Not every runtime knows `credentials`, nor a body of `undefined`.
    ...(body === undefined ? {} : { body }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(keepalive ? { keepalive } : {}),
  };
  const ended = signal ? { signal } : {};
  let sent: Promise<Response>;
  const send = (made: Request): Promise<Response> => {
    // Its own request, with the signal in it: ky would join that to one of its own with AbortSignal.any, which older browsers lack.
    if (own) return (sent = callOwnFetch(own, new Request(url, { ...parts, headers, ...ended }), body));
    headers.forEach((value, name) => made.headers.set(name, value));
    return (sent = globalThis.fetch(made, { ...ended, redirect: "manual" }));
  };
  // Time, repeats and failures are the pipeline's own business. What a hook answers is taken as it is: ky then does not
  // copy the request for a repeat, join signals or merge headers, which is half of what it costs.
  const response = await ky(url, {
    ...parts,
    timeout: false,
    retry: 0,
    throwHttpErrors: false,
    hooks: { beforeRequest: [send] },
    // Asked only for an answer of another realm (a simulated browser), which ky does not take from a hook.
    fetch: () => sent,
  });
  return readAnswer(response, isBounded);
}
