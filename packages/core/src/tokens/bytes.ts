import { utf8 } from "../crypto/text.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** Two bytes, the low one first. The caller has checked the range: these wrap in silence. */
export function uint16(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

/** Four bytes, the low one first. */
export function uint32(value: number): Bytes {
  return concat(uint16(value & 0xffff), uint16(value >>> 16));
}

/** Bytes with their length before them. */
export function sized(bytes: Bytes): Bytes {
  return concat(uint16(bytes.length), bytes);
}

export function sizedText(text: string): Bytes {
  return sized(utf8(text));
}

export interface Reader {
  uint16(): number;
  uint32(): number;
  bytes(): Bytes;
  text(): string;
  /** What has not been read yet. */
  rest(): Bytes;
}

/** Reads from the front. Every method throws a RangeError where the bytes end too early. */
export function createReader(source: Bytes): Reader {
  let offset = 0;
  const take = (length: number): Bytes => {
    const end = offset + length;
    if (end > source.length) throw new RangeError("The bytes end too early.");
    const taken = source.slice(offset, end);
    offset = end;
    return taken;
  };
  const view = (length: number) => new DataView(take(length).buffer);
  const reader: Reader = {
    uint16: () => view(2).getUint16(0, true),
    uint32: () => view(4).getUint32(0, true),
    bytes: () => take(reader.uint16()),
    text: () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(reader.bytes()),
    rest: () => source.slice(offset),
  };
  return reader;
}
