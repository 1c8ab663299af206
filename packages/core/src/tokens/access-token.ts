import { toBase64 } from "../crypto/text.ts";
import { concat, sized, sizedText, uint16, uint32 } from "./bytes.ts";
import { checkHexId, checkObject, checkSeconds, longestLife, maxUint32 } from "./check.ts";
import { checkService } from "./check-service.ts";
import { refuseValue } from "./refuse.ts";
import { packService, type AccessTokenService } from "./services.ts";
import { sign } from "./sign.ts";
import { deflate } from "./zlib.ts";

/** What all tokens are made of. */
export interface TokenBasics {
  /** 32 hexadecimal digits, in the case in which Agora Console shows them. */
  appId: string;
  /** The primary certificate of the project, a secret: it must not leave the server. */
  appCertificate: string;
  /** How long the token lives, in seconds: 1 to 86,400 (24 hours, the longest that is documented). */
  expiresIn: number;
  /** When it begins to live, in Unix seconds. Default: now. */
  issuedAt?: number | undefined;
  /** 0 to 4,294,967,295. Default: drawn at random. */
  salt?: number | undefined;
}

/** Options of `buildAccessToken`. */
export interface AccessTokenOptions extends TokenBasics {
  /** At least one, in any order. */
  services: readonly AccessTokenService[];
}

/** As large as Agora's own libraries draw it. */
function drawSalt(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return 1 + (drawn % 99_999_999);
}

/**
 * A token of the present format (AccessToken2, `007…`) for any set of services. For a channel alone: `buildRtcToken`.
 *
 * @throws AgoraValidationError of kind `invalid-request` for a value that cannot be in a token
 */
export async function buildAccessToken(options: AccessTokenOptions): Promise<string> {
  checkObject("options", options);
  const { appId, appCertificate, services } = options;
  checkHexId("appId", appId);
  checkHexId("appCertificate", appCertificate);
  const expiresIn = checkSeconds("expiresIn", options.expiresIn, 1, longestLife);
  const issuedAt = checkSeconds("issuedAt", options.issuedAt ?? Date.now() / 1000, 1, maxUint32);
  const salt = options.salt ?? drawSalt();
  if (!(Number.isInteger(salt) && salt >= 0 && salt <= maxUint32)) {
    refuseValue("salt", `must be an integer from 0 to ${maxUint32}`, salt);
  }
  if (!Array.isArray(services) || services.length === 0) refuseValue("services", "must not be empty", services);
  for (const [index, service] of services.entries()) checkService(`services[${index}]`, service);

  const signingInfo = concat(
    sizedText(appId),
    uint32(issuedAt),
    uint32(expiresIn),
    uint32(salt),
    uint16(services.length),
    ...[...services].sort((one, other) => one.type - other.type).map(packService),
  );
  const signature = await sign({ appCertificate, issuedAt, salt }, signingInfo);
  return `007${toBase64(await deflate(concat(sized(signature), signingInfo)))}`;
}
