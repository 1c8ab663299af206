import { AgoraValidationError } from "../../errors/validation-error.ts";
import { local } from "../../locales/en/local.ts";
import type { Operation } from "../../contract/operation.ts";
import { isObject, textAt } from "../../runtime/json.ts";
import { checkGrantSecrets, checkPositive } from "../../options/check-option.ts";
import { isGranted, readGrant, signGrant, type GrantClaims } from "./grants.ts";
import { scopeOf, scopesOf } from "./scope.ts";

export interface GrantIssuerOptions {
  readonly appId: string;
  readonly secrets: readonly string[];
  /** Seconds. */
  readonly lifetime: number;
  readonly now: () => number;
}

export interface GrantIssuer {
  /** A grant of `subject` for a lease or handle; undefined if that has no IDs. */
  issue(subject: string, thing: object, claims: Pick<GrantClaims, "cname" | "uid">): Promise<string | undefined>;
  /** What a grant claims, to be believed after `check`. */
  read(grant: string | null): GrantClaims | undefined;
  /** Whether `grant` is this subject's for this thing, and still good. */
  check(
    grant: string | null,
    subject: string,
    thing: object,
    operation: Pick<Operation, "effect">,
  ): Promise<"good" | "expired" | "wrong">;
}

export function createGrantIssuer({ appId, secrets, lifetime, now }: GrantIssuerOptions): GrantIssuer {
  return {
    async issue(subject, thing, { cname, uid }) {
      const ids = isObject(thing) ? scopeOf(thing) : undefined;
      const [secret] = secrets;
      if (!ids || secret === undefined) return undefined;
      const expiresAt = Math.floor(now() / 1000) + lifetime;
      return signGrant(secret, { subject, appId, ids }, { cname, uid, expiresAt });
    },
    read: (grant) => readGrant(grant)?.claims,
    async check(grant, subject, thing, operation) {
      const parts = readGrant(grant);
      if (!parts || !isObject(thing)) return "wrong";
      const fits = await Promise.all(
        scopesOf(thing, operation).map((ids) => isGranted(secrets, { subject, appId, ids }, parts)),
      );
      if (!fits.includes(true)) return "wrong";
      return parts.claims.expiresAt * 1000 > now() ? "good" : "expired";
    },
  };
}

/**
 * A grant for something that your server has started itself, or has learnt of from a notification: put it into the handle
 * that you give to a page (`{ ...handle, grant }`), and its user may query, update and stop it.
 *
 * @param handle of a recording, task or agent, with its `appId`
 * @throws AgoraValidationError of kind `invalid-request` if `handle` is no handle, `invalid-config` for wrong options
 */
export async function createGrant(
  handle: object,
  options: { subject: string; grantSecrets: readonly string[]; lifetime?: number; now?: () => number },
): Promise<string> {
  const { subject, lifetime = 30 * 86_400, now = Date.now } = options;
  const secrets = checkGrantSecrets(options.grantSecrets);
  checkPositive({ lifetime });
  const fields = isObject(handle) ? handle : {};
  const grants = createGrantIssuer({ appId: textAt(fields, "appId") ?? "", secrets, lifetime, now });
  const claims = { cname: textAt(fields, "cname") ?? "", uid: textAt(fields, "uid") ?? "" };
  // Without its sid the grant would be that of the lease, for whatever is recorded with it.
  const isWhole = !("mode" in fields || "sid" in fields) || textAt(fields, "sid") !== undefined;
  const grant = textAt(fields, "appId") && subject && isWhole ? await grants.issue(subject, handle, claims) : undefined;
  if (grant !== undefined) return grant;
  const issues = [{ path: "handle", message: "must be a handle with its appId, and have a subject", received: "" }];
  throw new AgoraValidationError({ kind: "invalid-request", text: local["invalid-request"], issues });
}
