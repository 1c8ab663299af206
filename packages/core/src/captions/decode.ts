import { isGzip, toBytes } from "./bytes.ts";
import { decodeJsonCaption } from "./json.ts";
import type { CaptionData, CaptionMessage } from "./message.ts";
import { decodeProtobufCaption } from "./protobuf.ts";

/**
 * Decodes what the bot of a Speech-to-Text task sends into the channel, protobuf or JSON packed by gzip, told apart by
 * their first bytes. `createCaptionStore` does this and more; use this function alone if you keep your own lines.
 *
 * @param data the payload of a `stream-message` event
 * @returns undefined if the bytes are no caption message; never rejects
 */
export async function decodeCaption(data: CaptionData): Promise<CaptionMessage | undefined> {
  const bytes = toBytes(data);
  return bytes && (isGzip(bytes) ? decodeJsonCaption(bytes) : decodeProtobufCaption(bytes));
}
