import type { Absent } from "../validation/absent.ts";

/**
 * Encryption of the channel; must be the same as in the users' SDK, else the recorder cannot join.
 *
 * Agora docs: start, recordingConfig, decryptionMode
 */
export const DecryptionMode = {
  None: 0,
  AES_128_XTS: 1,
  AES_128_ECB: 2,
  AES_256_XTS: 3,
  SM4_128_ECB: 4,
  AES_128_GCM: 5,
  AES_256_GCM: 6,
  /** Needs `salt`. */
  AES_128_GCM2: 7,
  /** Needs `salt`. */
  AES_256_GCM2: 8,
} as const;

export type DecryptionMode = (typeof DecryptionMode)[keyof typeof DecryptionMode];

/** Agora docs: start, recordingConfig, decryptionMode, secret, salt */
export type ChannelDecryption = NoDecryption | DecryptionWithSecret | DecryptionWithSalt;

export interface NoDecryption {
  /** Default 0: the channel is not encrypted. */
  decryptionMode?: 0 | Absent;
  secret?: string | Absent;
  salt?: string | Absent;
}

export interface DecryptionWithSecret {
  decryptionMode: 1 | 2 | 3 | 4 | 5 | 6;
  /** The key of the channel. */
  secret: string;
  salt?: string | Absent;
}

export interface DecryptionWithSalt {
  /** {@link DecryptionMode}. Other numbers pass, for modes that are newer than this SDK. */
  decryptionMode: 7 | 8 | (number & {});
  /** The key of the channel. */
  secret: string;
  /** 32 bytes in base64. */
  salt: string;
}
