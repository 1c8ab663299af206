/** The parts of a request, however it was handed over. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly signal: AbortSignal | null;
  /** The URL that the app asked for, where its own proxy stands between. */
  readonly askedFor: string | null;
  text(): Promise<string>;
}

/** What the app's own proxy passes on. The body is read late, so that the request counts from when it came. */
export interface ForwardedInit extends RequestInit {
  readonly forwarded: { readonly from: string; text(): Promise<string> };
}

/**
 * Takes what fetch takes. Nothing is wrapped into a Request: in a simulated browser that refuses the abort signals of
 * the page.
 */
export function readIncoming(input: string | URL | Request, init: RequestInit | ForwardedInit = {}): Incoming {
  const request = typeof input === "object" && "url" in input ? input : null;
  const url = new URL(typeof input === "string" ? input : "url" in input ? input.url : input.href);
  const { body } = init;
  const forwarded = "forwarded" in init ? init.forwarded : null;
  const headers = new Headers(init.headers ?? request?.headers);
  if (typeof body === "string" && !headers.has("content-type")) headers.set("content-type", "text/plain;charset=UTF-8");
  return {
    method: normalized(init.method ?? request?.method ?? "GET"),
    url,
    headers,
    signal: init.signal ?? request?.signal ?? null,
    askedFor: forwarded?.from ?? null,
    async text() {
      if (forwarded) return forwarded.text();
      if (typeof body === "string") return body;
      if (body !== undefined && body !== null) return new Response(body).text();
      return request ? request.clone().text() : "";
    },
  };
}

/** As fetch does it: `post` becomes `POST`, but `patch` stays as it is, and then no service knows it. */
const normalized = (method: string): string =>
  /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
