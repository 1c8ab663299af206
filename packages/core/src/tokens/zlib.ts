import { readStream, tooLarge } from "../runtime/read-stream.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** More than any token holds: a few bytes of zlib can stand for a megabyte. */
const maxBytes = 64 * 1024;

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  const source = new Response(bytes).body;
  if (!source) return new Uint8Array();
  const all = await readStream(source.pipeThrough(stream), maxBytes);
  if (all === tooLarge) throw new RangeError("More than a token holds.");
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
