/** Origins as browsers send them (`https://app.example`), `"*"`, or a function that decides. */
export type AllowedOrigins = string | readonly string[] | ((origin: string) => boolean);

export function allowsOrigin(allowed: AllowedOrigins | undefined, origin: string): boolean {
  if (allowed === undefined) return false;
  if (typeof allowed === "function") return allowed(origin);
  return allowed === "*" || (typeof allowed === "string" ? [allowed] : allowed).includes(origin);
}

/**
 * Whether a request to `url` comes from a page of its own origin. A gateway that ends TLS passes an address with `http:` on
 * from a page with `https:`; the other way round an attacker on the network may have written the page.
 */
export function isOwnOrigin(url: URL, origin: string): boolean {
  return origin === url.origin || (url.protocol === "http:" && origin === `https://${url.host}`);
}
