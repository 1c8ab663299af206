import { http, HttpResponse, type HttpHandler } from "msw";
import type { FakeAgora } from "./fake/create.ts";

export interface AgoraHandlersOptions {
  /**
   * Answers under this address too, as the app's own proxy would: credentials are added on the way. Relative or
   * absolute.
   */
  baseUrl?: string;
}

/** MSW handlers that let a fake answer for all of Agora's hosts. */
export function agoraHandlers(fake: FakeAgora, { baseUrl }: AgoraHandlersOptions = {}): HttpHandler[] {
  const direct = ["https://*.agora.io/*", "https://*.sd-rtn.com/*"].map((hosts) =>
    http.all(hosts, ({ request }) => orNetworkError(fake.fetch(request))),
  );
  if (baseUrl === undefined) return direct;
  const base = baseUrl.replace(/\/+$/, "");
  return [
    ...direct,
    http.all(`${base}/*`, async ({ request }) => orNetworkError(proxied(fake, base, request, await request.text()))),
  ];
}

async function proxied(fake: FakeAgora, base: string, request: Request, body: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const rest = pathname.slice(new URL(base, request.url).pathname.replace(/\/$/, "").length);
  const headers = new Headers(request.headers);
  if (!headers.has("authorization")) {
    headers.set("authorization", `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`);
  }
  return fake.fetch(`https://api.agora.io${rest}${search}`, {
    method: request.method,
    headers,
    ...(body === "" ? {} : { body }),
    signal: request.signal,
  });
}

/** A handler that throws would answer 500; a broken connection must look broken. */
async function orNetworkError(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch {
    return HttpResponse.error();
  }
}
