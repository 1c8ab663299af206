import { allowsOrigin, type AllowedOrigins } from "../http/origins.ts";
import { grantHeader } from "../../runtime/grant-header.ts";

/** Which other origins may call the proxy. Without it, only pages of its own origin. */
export interface CorsOptions {
  /** Origins as browsers send them (`https://app.example`), `"*"`, or a function that decides. */
  origin: AllowedOrigins;
  /** Lets pages send cookies. Not with `"*"`. Default false. */
  credentials?: boolean | undefined;
  /** Headers of your own that pages send, besides those that this SDK sends. */
  headers?: readonly string[] | undefined;
  /** Seconds for which browsers remember a preflight. Default 600. */
  maxAge?: number | undefined;
}

const methods = "GET, POST, PATCH, DELETE";

export interface Cors {
  /** The answer to `OPTIONS`. */
  preflight(request: Request): Response;
  /** Adds what the browser wants to see. */
  addHeaders(request: Request, headers: Headers): void;
}

export function createCors(options: CorsOptions | undefined): Cors {
  const addHeaders = (request: Request, headers: Headers) => {
    if (!options) return;
    headers.append("vary", "origin");
    const origin = request.headers.get("origin");
    if (origin === null || !allowsOrigin(options.origin, origin)) return;
    headers.set("access-control-allow-origin", options.origin === "*" ? "*" : origin);
    if (options.credentials) headers.set("access-control-allow-credentials", "true");
    headers.set("access-control-expose-headers", "x-agora-edge-proxy, x-request-id, retry-after");
  };

  return {
    addHeaders,
    preflight(request) {
      const headers = new Headers({ allow: `${methods}, OPTIONS`, "cache-control": "no-store" });
      addHeaders(request, headers);
      if (headers.has("access-control-allow-origin")) {
        headers.set("access-control-allow-methods", methods);
        const own = ["content-type", grantHeader, "authorization", ...(options?.headers ?? [])];
        headers.set("access-control-allow-headers", own.join(", "));
        headers.set("access-control-max-age", String(options?.maxAge ?? 600));
      }
      return new Response(null, { status: 204, headers });
    },
  };
}
