import { hmac, isHmac } from "../crypto/hmac.ts";
import { utf8 } from "../crypto/text.ts";
import { uint32 } from "./bytes.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface SigningInput {
  /** Text, in the case in which it was given. */
  readonly appCertificate: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  readonly salt: number;
}

/** Time and salt are keys, the certificate is a message. */
async function signingKey({ appCertificate, issuedAt, salt }: SigningInput): Promise<Bytes> {
  return hmac(uint32(salt), await hmac(uint32(issuedAt), utf8(appCertificate)));
}

export async function sign(input: SigningInput, signingInfo: Bytes): Promise<Bytes> {
  return hmac(await signingKey(input), signingInfo);
}

export async function isSignature(input: SigningInput, signingInfo: Bytes, signature: Bytes): Promise<boolean> {
  return isHmac(await signingKey(input), signingInfo, signature);
}
