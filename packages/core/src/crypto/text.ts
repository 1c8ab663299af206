type Bytes = Uint8Array<ArrayBuffer>;

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Lower-case hexadecimal digits. */
export function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes that hexadecimal digits of either case stand for; undefined for anything else. */
export function fromHex(text: string): Bytes | undefined {
  if (!/^([\da-f]{2})*$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Base64 with the standard alphabet and padding. */
export function toBase64(bytes: Bytes): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of strict base64; undefined for anything else. One token must have one spelling. */
export function fromBase64(text: string): Bytes | undefined {
  // `atob` is lenient about blanks and missing padding.
  if (text.length % 4 !== 0 || !/^[a-z\d+/]*={0,2}$/i.test(text)) return undefined;
  const binary = atob(text);
  // And about the bits of the last letter that stand for nothing.
  if (btoa(binary) !== text) return undefined;
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Base64 for headers and addresses: `-` and `_`, no padding. */
export function toBase64Url(bytes: Bytes): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "===".slice((text.length + 3) % 4));
}
