import type { DecryptionMode } from "../../rtc/encryption.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * Encryption of the channel, which must be the same as in the users' SDK; captions are encrypted alike. Web clients use 7
 * or 8.
 *
 * Agora docs: STT, start and join, rtcConfig, cryptionMode, secret, salt
 */
export type SttCryption = SttNoCryption | SttCryptionWithSecret | SttCryptionWithSalt;

export interface SttNoCryption {
  /** Default 0: the channel is not encrypted. v7 documents call the field deprecated and name no replacement. */
  cryptionMode?: 0 | Absent;
  secret?: string | Absent;
  salt?: string | Absent;
}

export interface SttCryptionWithSecret {
  /** {@link DecryptionMode}. v7 documents call the field deprecated and name no replacement. */
  cryptionMode: Exclude<DecryptionMode, 0 | 7 | 8>;
  /** The key of the channel, 32 bytes. */
  secret: string;
  salt?: string | Absent;
}

export interface SttCryptionWithSalt {
  /** {@link DecryptionMode}: 7 and 8 need `salt`. Other numbers pass, for modes that are newer than this SDK. */
  cryptionMode: 7 | 8 | (number & {});
  /** The key of the channel, 32 bytes. */
  secret: string;
  /** 32 bytes in base64. */
  salt: string;
}
