import { proxyHeader } from "../../errors/proxy-kind.ts";
import { allowsOrigin } from "../http/origins.ts";
import { grantHeader } from "../../runtime/grant-header.ts";
import type { CorsOptions } from "./options.ts";
import type { Incoming, ProxyStep } from "./steps.ts";

const methods = "GET, POST, PATCH, DELETE";

/** Adds what the browser wants to see. */
function addHeaders(options: CorsOptions, request: Request, headers: Headers): void {
  headers.append("vary", "origin");
  const origin = request.headers.get("origin");
  if (origin === null || !allowsOrigin(options.origin, origin)) return;
  headers.set("access-control-allow-origin", options.origin === "*" ? "*" : origin);
  if (options.credentials) headers.set("access-control-allow-credentials", "true");
  headers.set("access-control-expose-headers", `${proxyHeader}, x-request-id, retry-after`);
}

/** The answer to `OPTIONS`. */
function preflight(options: CorsOptions | undefined, request: Request): Response {
  const headers = new Headers({ allow: `${methods}, OPTIONS`, "cache-control": "no-store" });
  if (options) addHeaders(options, request, headers);
  if (headers.has("access-control-allow-origin")) {
    headers.set("access-control-allow-methods", methods);
    const own = ["content-type", grantHeader, "authorization", ...(options?.headers ?? [])];
    headers.set("access-control-allow-headers", own.join(", "));
    headers.set("access-control-max-age", String(options?.maxAge ?? 600));
  }
  return new Response(null, { status: 204, headers });
}

/** Lets pages of other origins read the answers, as far as the app allows it. */
export const allowOrigins =
  (options: CorsOptions | undefined): ProxyStep<Incoming> =>
  async ({ request }, next) => {
    if (request.method === "OPTIONS") return preflight(options, request);
    const response = await next();
    if (options) addHeaders(options, request, response.headers);
    return response;
  };
