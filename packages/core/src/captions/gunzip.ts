/** More text than any caption has. A few hundred bytes of gzip can hold a megabyte of blanks. */
const maxBytes = 256 * 1024;

/**
 * Unpacks UTF-8 text.
 *
 * @throws when it is not gzip, not complete, not UTF-8, or too long; also where there is no `DecompressionStream`
 */
export async function gunzipText(bytes: Uint8Array): Promise<string> {
  // A copy: the SDK that delivered the bytes may use their buffer again.
  const packed = new Response(bytes.slice()).body;
  if (!packed) return "";
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError("More text than a caption has.");
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
