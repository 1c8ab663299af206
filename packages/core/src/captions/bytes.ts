/**
 * The bytes of a payload, not copied. Undefined for a value without bytes, such as a transferred buffer. Asks for the kind of
 * object and not for its class, because a page can have buffers of another window.
 */
export function toBytes(data: unknown): Uint8Array | undefined {
  try {
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return isArrayBuffer(data) ? new Uint8Array(data) : undefined;
  } catch {
    return undefined;
  }
}

function isArrayBuffer(data: unknown): data is ArrayBuffer {
  return Object.prototype.toString.call(data) === "[object ArrayBuffer]";
}

/** The beginning of gzip (RFC 1952). No protobuf starts so: it would be a field of wire type 7, which does not exist. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
