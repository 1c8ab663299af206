import { describe, expect, test } from "vitest";
import { decodeCaption } from "./decode.ts";
import { decodeProtobufCaption } from "./protobuf.ts";
import { encodeText } from "./testing/encode.ts";
import { fromHex, protobufVectors } from "./testing/vectors.ts";

const unknown = {
  sentenceId: undefined,
  textTs: undefined,
  startTime: undefined,
  duration: undefined,
  seqnum: undefined,
};
const final = (text: string) => ({ text, isFinal: true });
const interim = (text: string) => ({ text, isFinal: false });

describe("protobuf vectors", () => {
  const hello = { uid: "222", sentenceId: "1767225601000", seqnum: undefined };
  test.each([
    [
      "transcribeInterim",
      55,
      {
        kind: "transcript",
        ...hello,
        textTs: 1767225601400,
        startTime: undefined,
        duration: 400,
        language: "en-US",
        pieces: [interim("Hello, how")],
      },
    ],
    [
      "transcribeFinal",
      73,
      {
        kind: "transcript",
        ...hello,
        textTs: 1767225602100,
        startTime: 1767225601000,
        duration: 770,
        language: "en-US",
        pieces: [final("Hello, how are you?")],
      },
    ],
    [
      "translateTwoTargets",
      163,
      {
        kind: "translation",
        ...hello,
        textTs: 1767225602100,
        startTime: 1767225601000,
        duration: 770,
        translations: [
          { language: "es-ES", pieces: [final("Hola, ¿cómo estás?")] },
          { language: "ja-JP", pieces: [final("こんにちは、お元気ですか？")] },
        ],
        original: { language: "en-US", pieces: [final("Hello, how are you?")] },
      },
    ],
    [
      "transcribeMixed",
      78,
      {
        kind: "transcript",
        uid: "4294967295",
        sentenceId: "1767225603000",
        textTs: 1767225604000,
        startTime: 1767225603000,
        duration: 900,
        seqnum: undefined,
        language: "en-US",
        pieces: [final("Fine, thanks."), interim(" And")],
      },
    ],
    [
      "legacyBeta",
      43,
      {
        kind: "transcript",
        ...unknown,
        uid: "222",
        startTime: 1767225601000,
        seqnum: 17,
        language: undefined,
        pieces: [final("Hello")],
      },
    ],
    [
      "emptyWords",
      30,
      { kind: "transcript", ...unknown, uid: "222", textTs: 1767225605000, language: "en-US", pieces: [] },
    ],
  ] as const)("%s, %d bytes", async (name, length, message) => {
    const bytes = protobufVectors[name];
    expect(bytes).toHaveLength(length);
    expect(await decodeCaption(bytes)).toStrictEqual(message);
    expect(decodeProtobufCaption(bytes)).toStrictEqual(message);
  });

  test("the encoder of these tests makes the same bytes", () => {
    const ids = { uid: 222, sentence_id: 1767225601000, text_ts: 1767225602100, time: 1767225601000 };
    const words = [{ text: "Hello, how are you?", is_final: true }];
    expect(encodeText({ ...ids, words, duration_ms: 770, culture: "en-US" })).toEqual(protobufVectors.transcribeFinal);
    expect(
      encodeText({
        ...ids,
        duration_ms: 770,
        data_type: "translate",
        trans: [
          { is_final: true, lang: "es-ES", texts: ["Hola, ¿cómo estás?"] },
          { is_final: true, lang: "ja-JP", texts: ["こんにちは、", "お元気ですか？"] },
        ],
        original_transcript: { culture: "en-US", words },
      }),
    ).toEqual(protobufVectors.translateTwoTargets);
  });
});

describe("protobuf", () => {
  test("an ArrayBuffer and a view into a larger buffer", () => {
    const bytes = protobufVectors.transcribeFinal;
    const larger = new Uint8Array(200);
    larger.set(bytes, 50);
    const message = decodeProtobufCaption(bytes);
    expect(decodeProtobufCaption(bytes.buffer)).toEqual(message);
    expect(decodeProtobufCaption(larger.subarray(50, 50 + bytes.length))).toEqual(message);
  });

  test("fields of later schemas are skipped, and so is a known field of another wire type", () => {
    // 20 as bytes, 21 as a group that holds field 1, 22 as 64 bits, 4 (uid) as bytes.
    const extra = fromHex("a20103616263 ab01 0801 ac01 b1010102030405060708 220101");
    const bytes = Uint8Array.from([...protobufVectors.transcribeFinal, ...extra]);
    expect(decodeProtobufCaption(bytes)).toEqual(decodeProtobufCaption(protobufVectors.transcribeFinal));
  });

  test("pieces of one language are joined in their order, and stay pieces", () => {
    const trans = [
      { lang: "es-ES", texts: ["Bien, ", "gracias."], is_final: true },
      { lang: "de-DE", texts: ["Gut."] },
      { lang: "es-ES", texts: [" Y"] },
    ];
    expect(decodeProtobufCaption(encodeText({ data_type: "translate", trans }))).toMatchObject({
      translations: [
        { language: "es-ES", pieces: [final("Bien, gracias."), interim(" Y")] },
        { language: "de-DE", pieces: [interim("Gut.")] },
      ],
      original: undefined,
    });
  });

  test("int64 is exact: identifiers keep every digit, a time beyond what a number can hold is unknown", () => {
    const huge = 2n ** 63n - 1n;
    expect(
      decodeProtobufCaption(encodeText({ uid: huge, sentence_id: huge, text_ts: huge, time: huge })),
    ).toMatchObject({
      uid: "9223372036854775807",
      sentenceId: "9223372036854775807",
      textTs: undefined,
      startTime: undefined,
    });
    expect(decodeProtobufCaption(encodeText({ uid: 2n ** 53n + 1n }))).toMatchObject({ uid: "9007199254740993" });
    expect(decodeProtobufCaption(encodeText({ sentence_id: -(2n ** 63n) }))).toMatchObject({
      sentenceId: "-9223372036854775808",
    });
  });

  test("a uid that a beta server wrote as int32", () => {
    expect(decodeProtobufCaption(encodeText({ uid: -1 }))).toMatchObject({ uid: "4294967295" });
    expect(decodeProtobufCaption(encodeText({ uid: -(2n ** 31n) - 1n }))).toBeUndefined();
  });

  test("no uid is 0, as proto3 has it", () => {
    expect(decodeProtobufCaption(encodeText({ words: [{ text: "Hi" }] }))).toMatchObject({ uid: "0" });
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["an unknown data type", encodeText({ uid: 1, data_type: "summarize" })],
    ["a translation into no language", encodeText({ data_type: "translate", trans: [{ texts: ["Hola"] }] })],
    ["text that is not UTF-8", fromHex("52 04 0a 02 c3 28 6a 0a 7472616e736372696265")],
    ["field 0", fromHex("0001")],
    ["an endless varint", new Uint8Array(20).fill(0xff)],
    ["the end of a group that did not begin", fromHex("20de01 14")],
    ["groups in groups", new Uint8Array(1000).fill(0x0b)],
    ["a word that ends after its message", fromHex("52 03 0a 7f 41")],
    ["the text of a chat", new TextEncoder().encode('{"type":"chat","text":"hello"}')],
    ["a string", "transcribe"],
    ["null", null],
    ["an array", [0x20, 0xde, 0x01]],
  ])("%s is no caption", async (_, data) => {
    expect(await decodeCaption(data as never)).toBeUndefined();
    expect(decodeProtobufCaption(data as never)).toBeUndefined();
  });

  test("a buffer that was transferred is no caption", () => {
    const bytes = protobufVectors.transcribeFinal.slice();
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    expect(decodeProtobufCaption(bytes)).toBeUndefined();
    expect(decodeProtobufCaption(bytes.buffer)).toBeUndefined();
  });
});
