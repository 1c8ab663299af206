import ky from "ky";
import type { Clock } from "../runtime/clock.ts";
import { readStream, tooLarge } from "../runtime/read-stream.ts";
import { tooLate, within } from "../runtime/within.ts";
import { isRedirect } from "./is-redirect.ts";
import { callOwnFetch } from "./own-fetch.ts";

/** Bytes of an answer at most. A long recording of many users has a list of some thousand files, of 200 bytes each. */
const largestAnswer = 4 * 1024 * 1024;

export interface ExchangeRequest {
  url: string;
  method: string;
  headers: Headers;
  body: string | undefined;
  credentials: RequestCredentials | undefined;
  keepalive: boolean | undefined;
}

export interface Exchange {
  status: number;
  headers: Headers;
  text: string;
}

/** An answer of which nothing but the head was read: it points elsewhere, or is larger than any answer of the service. */
export interface UnreadAnswer {
  unread: "redirect" | "too-large";
  /** A page is not told the status of a redirect. */
  status: number | undefined;
  headers: Headers;
}

/** Why an exchange came to nothing. What that means depends on the operation. */
export interface ExchangeFailure {
  why: "aborted" | "timeout" | "network";
  cause: unknown;
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

/**
 * Sends one request and reads the whole answer, within `timeout`. Never rejects, and settles even when `fetch` ignores
 * its signal.
 */
export async function exchange(
  request: ExchangeRequest,
  options: {
    fetch: typeof globalThis.fetch | undefined;
    clock: Clock;
    timeout: number;
    signal: AbortSignal | undefined;
    /** Whether the answer is read up to a size. Chromium takes a stream that was read to its end for a request that failed. */
    isBounded: boolean;
  },
): Promise<Exchange | UnreadAnswer | ExchangeFailure> {
  const { clock, signal, timeout } = options;
  const controller = new AbortController();
  const work = async (): Promise<Exchange | UnreadAnswer> => {
    const { url, method, headers, body, credentials, keepalive } = request;
    const own = options.fetch;
    const parts = {
      method,
      // Whoever is pointed to would get the headers, and with some codes storage keys and tokens too.
      redirect: "manual" as const,
      // Not every runtime knows `credentials`, nor a body of `undefined`.
      ...(body === undefined ? {} : { body }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(keepalive ? { keepalive } : {}),
    };
    let sent: Promise<Response>;
    const send = (made: Request): Promise<Response> => {
      const { signal } = controller;
      // Its own request, with the signal in it: ky would join that to one of its own with AbortSignal.any, which older browsers lack.
      if (own) return (sent = callOwnFetch(own, new Request(url, { ...parts, headers, signal }), body));
      headers.forEach((value, name) => made.headers.set(name, value));
      return (sent = globalThis.fetch(made, { signal, redirect: "manual" }));
    };
    // Time, repeats and failures are the transport's own business. What a hook answers is taken as it is: ky then does not
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
    return readAnswer(response, options.isBounded);
  };
  try {
    const got = await within(work(), clock, timeout, signal);
    if (got !== tooLate) return got;
    controller.abort();
    return { why: "timeout", cause: undefined };
  } catch (cause) {
    controller.abort(signal?.reason);
    return signal?.aborted ? { why: "aborted", cause: signal.reason } : { why: "network", cause };
  }
}
