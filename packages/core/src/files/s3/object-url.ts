import { StorageError } from "../bucket/storage-error.ts";

/** What a signature wants encoded is more than what `encodeURIComponent` encodes. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The address of an object. A key with `..` in it would become the address of another one. */
export function objectUrl(base: URL, key: string): URL {
  const parts = key.split("/");
  if (key === "" || parts.some((part) => part === "." || part === ".." || !isWellFormed(part))) {
    throw new StorageError({
      kind: "foreign-file",
      message: 'An object\'s key may not be empty, and no part of it may be "." or ".." or half a character.',
    });
  }
  const url = new URL(base);
  // Not resolved against it: a key that begins with a slash would leave the bucket.
  url.pathname += parts.map(encode).join("/");
  return url;
}

/** Whether every surrogate has its other half: others cannot be encoded. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}
