type Bytes = Uint8Array<ArrayBuffer>;

/** More than any token holds: a few bytes of zlib can stand for a megabyte. */
const maxBytes = 64 * 1024;

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  const source = new Response(bytes).body;
  if (!source) return new Uint8Array();
  const reader = source.pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError("More than a token holds.");
    }
    chunks.push(chunk.value);
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** Packs as zlib (RFC 1950), which the platform calls `deflate`. */
export function deflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new CompressionStream("deflate"));
}

/** @throws when it is not zlib, cut, or too long */
export function inflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new DecompressionStream("deflate"));
}
