import ky from "ky";
import type { Clock } from "../runtime/clock.ts";
import { tooLate, within } from "../runtime/within.ts";
import { callOwnFetch } from "./own-fetch.ts";

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

/** Why an exchange came to nothing. What that means depends on the operation. */
export interface ExchangeFailure {
  why: "aborted" | "timeout" | "network";
  cause: unknown;
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
  },
): Promise<Exchange | ExchangeFailure> {
  const { clock, signal, timeout } = options;
  const controller = new AbortController();
  const work = async (): Promise<Exchange> => {
    const { url, method, headers, body, credentials, keepalive } = request;
    const own = options.fetch;
    const parts = {
      method,
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
      return (sent = globalThis.fetch(made, { signal }));
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
    return { status: response.status, headers: response.headers, text: await response.text() };
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
