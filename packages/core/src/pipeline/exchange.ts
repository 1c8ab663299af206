import defaultKy, { replaceOption } from "ky";
import { readStream, tooLarge } from "../runtime/read-stream.ts";
import type { CredentialsMode, FetchLike } from "../runtime/fetch-types.ts";
import { isObject } from "../runtime/json.ts";
import type { KyDecisions, KyDefaults, KyLike } from "./ky-instance.ts";
import { callOwnFetch, isRedirect } from "./own-fetch.ts";

/** Bytes of an answer at most. A long recording of many users has a list of some thousand files, of 200 bytes each. */
const largestAnswer = 4 * 1024 * 1024;

export interface ExchangeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly credentials: CredentialsMode | undefined;
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

/** Why an exchange came to nothing: no answer, or a hook of the app's ky instance failed. */
export interface ExchangeFailure {
  readonly failed: "connection" | "hook";
  readonly cause: unknown;
}

export interface ExchangeOptions {
  /** The app's own instance. */
  readonly ky: KyLike | undefined;
  /** The app's own fetch. */
  readonly fetch: FetchLike | undefined;
  /** Whether the answer is read up to a size. Chromium takes a stream that was read to its end for a request that failed. */
  readonly isBounded: boolean;
}

/** Sends one request and reads the whole answer. `onSend` is told each time that something leaves. Never rejects. */
export type Exchanging = (
  request: ExchangeRequest,
  onSend: () => void,
) => Promise<Exchange | UnreadAnswer | ExchangeFailure>;

/** Made once: to make one takes longer than to read with it. */
let decoder: TextDecoder | undefined;

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
  return { status, headers, text: (decoder ??= new TextDecoder()).decode(bytes) };
}

/**
 * What this SDK does itself, whatever the app's instance says: hosts, time, and repeats by the catalogue. An `afterResponse`
 * hook can still ask for a repeat (`ky.retry()`), once it has a new session. Without such a hook ky keeps no copy of the request.
 */
function ownOptions({ hooks, retry, prefix, totalTimeout }: KyDefaults): KyDecisions {
  const given = typeof retry === "number" ? { limit: retry } : retry;
  const mayRepeat = hooks?.afterResponse?.length;
  return {
    // For each call ky merges every option with all others, so what is its default anyway is left out.
    ...(prefix && { prefix: "" }),
    ...(totalTimeout && { totalTimeout: false }),
    timeout: false,
    throwHttpErrors: false,
    retry: mayRepeat ? replaceOption({ ...given, methods: [] }) : 0,
    redirect: "manual",
  };
}

export function createExchange({ ky = defaultKy, fetch: given, isBounded }: ExchangeOptions): Exchanging {
  let own = given;
  const api = ky.extend((defaults) => {
    own ??= defaults.fetch;
    return ownOptions(defaults);
  });
  return async ({ url, method, headers, body, credentials, keepalive, signal }, onSend) => {
    // The target of a redirect would get the headers, and with some status codes storage keys and tokens too.
    const parts = { redirect: "manual", ...(signal && { signal }) } as const;
    let lost: ExchangeFailure | undefined;
    const send: FetchLike = async (input, init) => {
      // A hook took too long, and the call has ended: nothing may be sent.
      if (signal?.aborted) throw signal.reason;
      onSend();
      try {
        // The signal goes beside the request that ky has made: it would join two with AbortSignal.any, which older browsers lack.
        const response = own
          ? await callOwnFetch(own, new Request(input, parts), init)
          : await globalThis.fetch(input, { ...init, ...parts });
        if (!isObject(response)) throw new TypeError("fetch gave no response");
        lost = undefined;
        return response;
      } catch (cause) {
        lost = { failed: "connection", cause };
        throw cause;
      }
    };
    let response: Response;
    try {
      response = await api(url, {
        method,
        // A plain object, which ky merges in a fraction of the time.
        headers: headers instanceof Headers ? Object.fromEntries(headers) : headers,
        fetch: send,
        // Not every runtime knows `credentials`, nor a body of `undefined`.
        ...(body === undefined ? {} : { body }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(keepalive ? { keepalive } : {}),
      });
    } catch (cause) {
      // What ky throws carries the request with its credentials; what fetch has thrown does not.
      return lost ?? { failed: "hook", cause };
    }
    try {
      return await readAnswer(response, isBounded);
    } catch (cause) {
      return { failed: "connection", cause };
    }
  };
}
