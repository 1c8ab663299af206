/** What {@link readStream} resolves to when there is more than allowed. */
export const tooLarge: unique symbol = Symbol("too large");

interface Chunks {
  getReader(): ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
}

/** The bytes of a stream, no more of them than `limit`. What a length header says is not trusted. */
export async function readStream(
  stream: Chunks | null | undefined,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | typeof tooLarge> {
  const reader = stream?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    if (length > limit) {
      // Whether the rest can be called off is not our concern.
      reader.cancel().catch(() => {});
      return tooLarge;
    }
    chunks.push(chunk.value);
  }
  // Most answers come in one piece, which needs no copy.
  if (chunks[0]?.length === length) return chunks[0];
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
