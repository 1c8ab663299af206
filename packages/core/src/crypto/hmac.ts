type Hash = "SHA-1" | "SHA-256";
type Bytes = Uint8Array<ArrayBuffer>;

const importKey = (secret: Bytes, hash: Hash) =>
  crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["sign", "verify"]);

/** HMAC of `message`, with a key of at least one byte. */
export async function hmac(secret: Bytes, message: Bytes, hash: Hash = "SHA-256"): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", await importKey(secret, hash), message));
}

/** Whether `signature` is the HMAC of `message`. The platform compares, in constant time. */
export async function isHmac(
  secret: Bytes,
  message: Bytes,
  signature: Bytes,
  hash: Hash = "SHA-256",
): Promise<boolean> {
  return crypto.subtle.verify("HMAC", await importKey(secret, hash), signature, message);
}
