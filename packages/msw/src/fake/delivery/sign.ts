/** The headers by which a notification proves where it comes from. Both are always there; checking one is enough. */
export interface NotificationSignatures {
  /** HMAC-SHA1 of the raw body, in lower-case hexadecimal digits. */
  readonly "Agora-Signature": string;
  /** HMAC-SHA256 of the same. */
  readonly "Agora-Signature-V2": string;
}

/** Signs a body as Agora does: every byte of it counts, so it has to be sent exactly as it is given here. */
export async function signNotification(body: string, secret: string): Promise<NotificationSignatures> {
  return {
    "Agora-Signature": await hmac("SHA-1", body, secret),
    "Agora-Signature-V2": await hmac("SHA-256", body, secret),
  };
}

async function hmac(hash: "SHA-1" | "SHA-256", body: string, secret: string): Promise<string> {
  const { subtle } = globalThis.crypto;
  const bytes = new TextEncoder();
  const key = await subtle.importKey("raw", bytes.encode(secret), { name: "HMAC", hash }, false, ["sign"]);
  const signature = await subtle.sign("HMAC", key, bytes.encode(body));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
