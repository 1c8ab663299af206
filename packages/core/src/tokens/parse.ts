import { fromBase64, toHex } from "../crypto/text.ts";
import { createReader } from "./bytes.ts";
import { checkHexId, checkObject } from "./check.ts";
import { refuseValue } from "./refuse.ts";
import { readService, TokenService, type PackedService } from "./services.ts";
import { isSignature } from "./sign.ts";
import { inflate } from "./zlib.ts";

/** One service of a token. What it has besides depends on `type`. */
export interface ParsedTokenService {
  /** 1 RTC, 2 Signaling, 10 Real-Time STT: `TokenService` has the names. */
  readonly type: number;
  /** Seconds after the issue, by the number of the privilege; 0 is as long as the token lives. */
  readonly privileges: Readonly<Record<number, number>>;
  /** Of RTC. Empty, or with a star: several channels. */
  readonly channelName?: string;
  /** Of RTC. Empty, or with a star: several users. */
  readonly uid?: string;
  /** Of Signaling. */
  readonly userId?: string;
}

/** What a token says. Whether it is genuine only the certificate can tell. */
export interface ParsedRtcToken {
  readonly appId: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  /** Seconds. */
  readonly expiresIn: number;
  /** In ms since the epoch, to be compared with `Date.now()`. */
  readonly expiresAt: number;
  /** Random: no two tokens are the same. */
  readonly salt: number;
  /** In the order of the token. Services after one of unknown layout cannot be read and are left out. */
  readonly services: readonly ParsedTokenService[];
  /** In hexadecimal digits. */
  readonly signature: string;
  /** Whether the certificate signed it. Undefined when no certificate was given. */
  readonly isSigned: boolean | undefined;
}

function toService({ type, privileges, fields: [first = "", second = ""] }: PackedService): ParsedTokenService {
  if (type === TokenService.Rtc) return { type, privileges, channelName: first, uid: second };
  if (type === TokenService.Rtm) return { type, privileges, userId: first };
  return { type, privileges };
}

async function unpack(token: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!token.startsWith("007")) refuseValue("token", "must begin with 007: no other format can be read", token);
  const packed = fromBase64(token.slice(3));
  if (!packed) refuseValue("token", "must be base64 after its first three characters", token);
  try {
    return await inflate(packed);
  } catch {
    return refuseValue("token", "must be zlib inside of its base64, and whole", token);
  }
}

function readContent(content: Uint8Array<ArrayBuffer>) {
  const outer = createReader(content);
  const signature = outer.bytes();
  // What was signed are these very bytes, those that cannot be read included.
  const signingInfo = outer.rest();
  const reader = createReader(signingInfo);
  const appId = reader.text();
  const [issuedAt, expiresIn, salt] = [reader.uint32(), reader.uint32(), reader.uint32()];
  const services: ParsedTokenService[] = [];
  for (let left = reader.uint16(); left > 0; left--) {
    const service = readService(reader);
    if (!service) break;
    services.push(toService(service));
  }
  return { signature, signingInfo, facts: { appId, issuedAt, expiresIn, salt, services } };
}

/**
 * Reads a token of the present format (AccessToken2, `007…`), to find out why the service refuses it: whose it is, for
 * which channel and user, until when, and with `appCertificate` whether its signature is right.
 *
 * @throws AgoraValidationError of kind `invalid-request` when it is no such token
 */
export async function parseRtcToken(
  token: string,
  options: { appCertificate?: string | undefined } = {},
): Promise<ParsedRtcToken> {
  checkObject("options", options);
  const { appCertificate } = options;
  if (appCertificate !== undefined) checkHexId("appCertificate", appCertificate);
  if (typeof token !== "string" || token.length > 8192) refuseValue("token", "must be a token in a string", token);
  const content = await unpack(token);
  let read: ReturnType<typeof readContent>;
  try {
    read = readContent(content);
  } catch {
    return refuseValue("token", "must hold the fields of a token", token);
  }
  const { facts, signature, signingInfo } = read;
  return {
    ...facts,
    expiresAt: (facts.issuedAt + facts.expiresIn) * 1000,
    signature: toHex(signature),
    isSigned:
      appCertificate === undefined
        ? undefined
        : await isSignature({ ...facts, appCertificate }, signingInfo, signature),
  };
}
