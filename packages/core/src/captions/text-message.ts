import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import type { CaptionPiece } from "./message.ts";

type Int64 = bigint | string;

/** `Agora.SpeechToText.Text` as it is on the wire. proto3 omits defaults, so everything has one. */
export interface TextMessage {
  seqnum: number;
  uid: Int64;
  time: Int64;
  words: CaptionPiece[];
  durationMs: number;
  dataType: string;
  trans: { isFinal: boolean; lang: string; texts: string[] }[];
  culture: string;
  textTs: Int64;
  originalTranscript: { culture: string; words: CaptionPiece[] };
  sentenceId: Int64;
}

type Field = readonly [wireType: WireType, read: (reader: BinaryReader) => void];

const varint = (read: (reader: BinaryReader) => void): Field => [WireType.Varint, read];
const message = (read: (bytes: Uint8Array) => void): Field => [
  WireType.LengthDelimited,
  (reader) => read(reader.bytes()),
];
/** proto3 has no strings that are not UTF-8: one that is not was damaged. */
const string = (read: (text: string) => void): Field => [
  WireType.LengthDelimited,
  (reader) => read(reader.string(true)),
];

/** Reads a message to its end. Fields that the schema does not know, or knows otherwise, are skipped. */
function readFields(bytes: Uint8Array, fields: Readonly<Record<number, Field>>): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const field = fields[number];
    if (field?.[0] === wireType) field[1](reader);
    else reader.skip(wireType, number);
  }
}

function readWord(bytes: Uint8Array): CaptionPiece {
  let text = "";
  let isFinal = false;
  readFields(bytes, {
    1: string((value) => (text = value)),
    4: varint((reader) => (isFinal = reader.bool())),
  });
  return { text, isFinal };
}

function readTranslation(bytes: Uint8Array): TextMessage["trans"][number] {
  const translation: TextMessage["trans"][number] = { isFinal: false, lang: "", texts: [] };
  readFields(bytes, {
    1: varint((reader) => (translation.isFinal = reader.bool())),
    2: string((value) => (translation.lang = value)),
    3: string((value) => translation.texts.push(value)),
  });
  return translation;
}

/**
 * Reads a `Text`. The numbers are those of the schema in the Agora docs (Real-Time STT), which reserves 3 today: beta
 * servers send it.
 *
 * @throws whatever the wire reader throws at bytes that are no protobuf
 */
export function readTextMessage(bytes: Uint8Array): TextMessage {
  const text: TextMessage = {
    seqnum: 0,
    uid: 0n,
    time: 0n,
    words: [],
    durationMs: 0,
    dataType: "",
    trans: [],
    culture: "",
    textTs: 0n,
    originalTranscript: { culture: "", words: [] },
    sentenceId: 0n,
  };
  const original = text.originalTranscript;
  readFields(bytes, {
    3: varint((reader) => (text.seqnum = reader.int32())),
    4: varint((reader) => (text.uid = reader.int64())),
    6: varint((reader) => (text.time = reader.int64())),
    10: message((value) => text.words.push(readWord(value))),
    12: varint((reader) => (text.durationMs = reader.int32())),
    13: string((value) => (text.dataType = value)),
    14: message((value) => text.trans.push(readTranslation(value))),
    15: string((value) => (text.culture = value)),
    16: varint((reader) => (text.textTs = reader.int64())),
    18: message((value) => {
      readFields(value, {
        1: string((culture) => (original.culture = culture)),
        2: message((word) => original.words.push(readWord(word))),
      });
    }),
    19: varint((reader) => (text.sentenceId = reader.int64())),
  });
  return text;
}
