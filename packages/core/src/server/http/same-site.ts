import { Refusal, refusalResponse } from "../proxy/refusal.ts";
import { allowsOrigin, isOwnOrigin, type AllowedOrigins } from "./origins.ts";
import { grantHeader } from "../../runtime/grant-header.ts";

/** Options of `assertSameSite`. */
export interface SameSiteOptions {
  /** Other origins whose pages may send requests. Default: none. */
  origin?: AllowedOrigins | undefined;
}

export function isJsonType(headers: Headers): boolean {
  return /^application\/json[\t ]*(;|$)/i.test(headers.get("content-type") ?? "");
}

/**
 * Whether a browser adds nothing to this request by itself, or the request has a header that a page of another site cannot
 * send unasked. An `<img>` or a form has neither such a header nor a way to leave the cookies out.
 */
function isDeliberate(headers: Headers): boolean {
  if (isJsonType(headers) || headers.has(grantHeader)) return true;
  const authorization = headers.get("authorization");
  // Of these schemes a browser remembers the password, and sends it with every request.
  if (authorization !== null) return !/^(basic|digest|negotiate|ntlm)\b/i.test(authorization);
  return !headers.has("cookie");
}

export const foreignOrigin = "Pages of this origin may not call this server.";

/** Whether a page of another site may have made a visitor's browser send this request. */
export function isCrossSite({ headers, url }: Pick<Request, "headers" | "url">, allowed?: AllowedOrigins): boolean {
  const origin = headers.get("origin");
  if (origin !== null && (isOwnOrigin(new URL(url), origin) || allowsOrigin(allowed, origin))) return false;
  // No page can write this header. Older browsers do not send it, nor does anybody to an address without TLS.
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return false;
  // Where origins are named, a sibling of the site has to be among them. Its images and links do not say which it is.
  if (site === "same-site") return allowed !== undefined;
  return site !== null || origin !== null || !isDeliberate(headers);
}

/**
 * Refuses what a page of another site makes a visitor's browser send, with the visitor's cookies: for routes of your own
 * beside `createAgoraHandler`, which checks the same. A request passes when the browser says that it comes from the same
 * site (`Sec-Fetch-Site`), or its `Origin` is the server's own or one of `origin`. Without these headers it needs one that
 * no page can send to another site unasked (JSON as its type, a bearer token), or no cookies. A body has to be JSON.
 *
 * Requests of servers, such as notifications, pass. Links from other sites do not: guard your API, not your pages.
 *
 * @throws Response of status 403, or of 415 for a body of another type: the answer to give
 */
export function assertSameSite(request: Request, options: SameSiteOptions = {}): void {
  const refuse = (status: number, reason: string): never => {
    throw refusalResponse(new Refusal(status, reason, { "cache-control": "no-store" }));
  };
  if (isCrossSite(request, options.origin)) refuse(403, foreignOrigin);
  if (request.body !== null && !isJsonType(request.headers)) refuse(415, "The body must be application/json.");
}
