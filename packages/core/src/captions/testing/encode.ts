import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

interface Word {
  text?: string;
  is_final?: boolean;
}

/** A `Text` by its names in the schema. */
export interface Text {
  seqnum?: number;
  uid?: number | bigint;
  time?: number | bigint;
  words?: Word[];
  duration_ms?: number;
  data_type?: string;
  trans?: { is_final?: boolean; lang?: string; texts?: string[] }[];
  culture?: string;
  text_ts?: number | bigint;
  original_transcript?: { culture?: string; words?: Word[] };
  sentence_id?: number | bigint;
}

type Value = string | boolean | number | bigint | Uint8Array | undefined;

/** Writes fields in the order of their numbers, without those that have the default value of proto3. */
function encode(fields: readonly (readonly [number: number, value: Value])[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const [number, value] of fields) {
    if (typeof value === "string") {
      if (value !== "") writer.tag(number, WireType.LengthDelimited).string(value);
    } else if (value instanceof Uint8Array) {
      writer.tag(number, WireType.LengthDelimited).bytes(value);
    } else if (value) {
      writer.tag(number, WireType.Varint).int64(BigInt(value));
    }
  }
  return writer.finish();
}

const encodeWord = (word: Word) =>
  encode([
    [1, word.text],
    [4, word.is_final],
  ]);

const words = (number: number, list: Word[] = []) => list.map((word) => [number, encodeWord(word)] as const);

/** A payload in protobuf; a transcription unless `data_type` says otherwise. */
export function encodeText(text: Text): Uint8Array {
  const original = text.original_transcript;
  return encode([
    [3, text.seqnum],
    [4, text.uid],
    [6, text.time],
    ...words(10, text.words),
    [12, text.duration_ms],
    [13, text.data_type ?? "transcribe"],
    ...(text.trans ?? []).map((translation) => {
      const texts = (translation.texts ?? []).map((part) => [3, new TextEncoder().encode(part)] as const);
      return [14, encode([[1, translation.is_final], [2, translation.lang], ...texts])] as const;
    }),
    [15, text.culture],
    [16, text.text_ts],
    [18, original && encode([[1, original.culture], ...words(2, original.words)])],
    [19, text.sentence_id],
  ]);
}

/** Packs text, or bytes, by gzip. */
export async function gzip(content: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** A payload in JSON, packed by gzip. */
export const encodeJson = (document: unknown) => gzip(JSON.stringify(document));
