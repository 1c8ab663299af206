import { createHmac, timingSafeEqual } from "node:crypto";
import { afterAll } from "vitest";

interface HmacKey {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function digest({ hash, bytes }: HmacKey, data: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac(hash, bytes).update(bytesOf(data)).digest());
}

/**
 * Makes HMACs at once. The platform's own takes real time, which no clock of a test knows of: requests that wait for it would
 * arrive at any time. Call it at the top of a test file: it lasts as long as the file.
 */
export function makeCryptoInstant(): void {
  const instant = {
    importKey: async (_: string, bytes: Uint8Array, { hash }: { hash: string }): Promise<HmacKey> => {
      return { hash: hash.replace("-", "").toLowerCase(), bytes };
    },
    sign: async (_: string, key: HmacKey, data: ArrayBuffer | ArrayBufferView) => digest(key, data).buffer,
    verify: async (_: string, key: HmacKey, signature: Uint8Array, data: ArrayBuffer | ArrayBufferView) => {
      const own = digest(key, data);
      return own.length === signature.length && timingSafeEqual(own, signature);
    },
  };
  for (const [name, value] of Object.entries(instant)) {
    Object.defineProperty(crypto.subtle, name, { value, configurable: true });
  }
  // Other files run in the same thread.
  afterAll(() => Object.keys(instant).forEach((name) => Reflect.deleteProperty(crypto.subtle, name)));
}
