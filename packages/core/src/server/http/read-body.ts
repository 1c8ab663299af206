/** What {@link readBody} resolves to when there is more than allowed. */
export const tooLarge: unique symbol = Symbol("too large");

/** The bytes of a body, no more of them than `limit`. What its length header says is not trusted. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | typeof tooLarge> {
  if (Number(request.headers.get("content-length")) > limit) return tooLarge;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
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
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
