import { isHmac, hmac } from "../../crypto/hmac.ts";
import { fromBase64Url, toBase64Url, utf8 } from "../../crypto/text.ts";
import { parseJsonBytes } from "../http/json-body.ts";

/** What a grant binds together. It only counts for the same subject and the same thing. */
export interface GrantScope {
  readonly subject: string;
  readonly appId: string;
  /** The kind of thing and its IDs, from the outside in. A lease has fewer than what was started with it. */
  readonly ids: readonly string[];
}

/** What a grant says about its thing; believed only after `isGranted`. */
export interface GrantClaims {
  readonly cname: string;
  readonly uid: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

const version = "1";

/** Longer than any: a channel name of a web recording has up to 1,024 bytes. */
const longest = 4096;

/** What is signed. As JSON, so that no two scopes have the same text. */
function messageOf({ subject, appId, ids }: GrantScope, payload: string) {
  return utf8(JSON.stringify(["agora-edge/grant", version, subject, appId, ids, payload]));
}

export async function signGrant(secret: string, scope: GrantScope, claims: GrantClaims): Promise<string> {
  const payload = toBase64Url(utf8(JSON.stringify([claims.cname, claims.uid, claims.expiresAt])));
  const signature = await hmac(utf8(secret), messageOf(scope, payload));
  return `${version}.${payload}.${toBase64Url(signature)}`;
}

interface GrantParts {
  readonly payload: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly claims: GrantClaims;
}

/** Takes a grant apart, without believing it. */
export function readGrant(grant: string | null): GrantParts | undefined {
  if (grant === null || grant.length > longest) return undefined;
  const [given, payload = "", mac = "", ...more] = grant.split(".");
  const [bytes, signature] = [fromBase64Url(payload), fromBase64Url(mac)];
  if (given !== version || more.length > 0 || !bytes || signature?.length !== 32) return undefined;
  const claims = parseJsonBytes(bytes);
  if (!Array.isArray(claims)) return undefined;
  const [cname, uid, expiresAt]: readonly unknown[] = claims;
  if (typeof cname !== "string" || typeof uid !== "string" || typeof expiresAt !== "number") return undefined;
  return { payload, signature, claims: { cname, uid, expiresAt } };
}

/** Whether one of the secrets signed this grant for this scope. All are tried, so that time tells nothing. */
export async function isGranted(secrets: readonly string[], scope: GrantScope, parts: GrantParts): Promise<boolean> {
  const message = messageOf(scope, parts.payload);
  const fits = await Promise.all(secrets.map((secret) => isHmac(utf8(secret), message, parts.signature)));
  return fits.includes(true);
}
