import { describe, expect, test, vi } from "vitest";
import { decodeCaption } from "./decode.ts";
import { encodeJson, gzip } from "./testing/encode.ts";
import { fromHex, jsonVector } from "./testing/vectors.ts";

const final = (text: string) => ({ text, isFinal: true });
const interim = (text: string) => ({ text, isFinal: false });

describe("JSON", () => {
  const transcript = (fields: object) => encodeJson({ transcript: { uid: 222, textTs: 1767225602100, ...fields } });
  const translation = (fields: object) => encodeJson({ translation: { uid: 222, textTs: 1767225602100, ...fields } });

  test("a key with null is a key that is not there", async () => {
    const text = { uid: 1, text: "One", results: null, textTs: 1_767_225_600_000 };
    const packed = await encodeJson({ transcript: text, translation: null });
    expect(await decodeCaption(packed)).toMatchObject({ kind: "transcript", pieces: [{ text: "One" }] });
  });

  test("the vector", async () => {
    expect(await decodeCaption(jsonVector)).toStrictEqual({
      kind: "transcript",
      uid: "222",
      sentenceId: undefined,
      textTs: 1767225602100,
      startTime: 1767225601000,
      duration: 770,
      seqnum: undefined,
      language: "en-US",
      pieces: [final("Hello.")],
    });
  });

  test("the operating system in the header of gzip does not matter", async () => {
    const other = jsonVector.slice();
    other[9] = 0xff;
    expect(await decodeCaption(other)).toEqual(await decodeCaption(jsonVector));
  });

  test("a translation up to v7.2.2", async () => {
    const results0 = { language: "es-ES", texts: ["Hola", ", ¿qué tal?"] };
    const original_transcript = { language: "en-US", text: "Hello" };
    const data = await translation({ isFinal: true, offset: 1767225601000, results0, original_transcript });
    expect(await decodeCaption(data)).toStrictEqual({
      kind: "translation",
      sentenceId: undefined,
      duration: undefined,
      seqnum: undefined,
      uid: "222",
      textTs: 1767225602100,
      startTime: 1767225601000,
      translations: [{ language: "es-ES", pieces: [final("Hola, ¿qué tal?")] }],
      original: { language: "en-US", pieces: [final("Hello")] },
    });
  });

  test("more languages under more keys", async () => {
    const data = await translation({
      results0: { language: "es-ES", texts: ["Hola"] },
      results1: { language: "de-DE", texts: ["Hallo"] },
      resultsOf: "somebody else",
    });
    expect(await decodeCaption(data)).toMatchObject({
      translations: [
        { language: "es-ES", pieces: [interim("Hola")] },
        { language: "de-DE", pieces: [interim("Hallo")] },
      ],
    });
  });

  test("a mixed batch since v7.2.3: the pieces count, not the text for old clients", async () => {
    const data = await transcript({
      sentenceId: 1767225603000,
      offset: 1000,
      duration: 900,
      language: "en-US",
      text: "Fine, thanks.",
      isFinal: true,
      results: [
        { text: "Fine, thanks.", isFinal: true, offset: 1000, duration: 600 },
        { text: " And", isFinal: false, offset: 1600, duration: 300 },
      ],
    });
    expect(await decodeCaption(data)).toMatchObject({
      sentenceId: "1767225603000",
      startTime: undefined,
      duration: 900,
      pieces: [final("Fine, thanks."), interim(" And")],
    });
  });

  test("a translation since v7.2.3", async () => {
    const data = await translation({
      isFinal: true,
      results0: { language: "es-ES", texts: ["Bien."] },
      results: [
        { language: "es-ES", texts: ["Bien."], isFinal: true },
        { language: "es-ES", texts: [" Y", " tú"], isFinal: false },
      ],
      original_transcript: { language: "en-US", text: "Fine.", results: [{ text: "Fine. And", isFinal: false }] },
    });
    expect(await decodeCaption(data)).toMatchObject({
      translations: [{ language: "es-ES", pieces: [final("Bien."), interim(" Y tú")] }],
      original: { language: "en-US", pieces: [interim("Fine. And")] },
    });
  });

  test("the empty follow-up says nothing, though it repeats the text", async () => {
    expect(await decodeCaption(await transcript({ text: "Fine.", isFinal: true, results: [] }))).toMatchObject({
      pieces: [],
    });
    const results0 = { language: "es-ES", texts: ["Bien."] };
    expect(await decodeCaption(await translation({ isFinal: true, results0, results: [] }))).toMatchObject({
      translations: [],
    });
  });

  test("numbers that JavaScript would round keep their digits, and quoted ones count", async () => {
    const text =
      '{"transcript":{"uid":"222","sentenceId":9007199254740993,"textTs":1767225602100,"text":"9007199254740993"}}';
    expect(await decodeCaption(await gzip(text))).toMatchObject({
      uid: "222",
      sentenceId: "9007199254740993",
      pieces: [{ text: "9007199254740993" }],
    });
  });

  test("an engine that does not tell the digits: an identifier is rather unknown than wrong", async () => {
    const parse = JSON.parse;
    vi.spyOn(JSON, "parse").mockImplementation((text, reviver) =>
      parse(text, (key, value: unknown) => reviver?.call(undefined, key, value)),
    );
    const data = await gzip('{"transcript":{"uid":222,"sentenceId":9007199254740993,"text":"Hi"}}');
    expect(await decodeCaption(data)).toMatchObject({ uid: "222", sentenceId: undefined });
    vi.restoreAllMocks();
  });

  test.each([
    ["no JSON", "Hello"],
    ["a list", "[]"],
    ["no known key", '{"summary":{}}'],
    ["both keys", '{"transcript":{"uid":1,"text":"a"},"translation":{"uid":1,"results":[]}}'],
    ["no uid", '{"transcript":{"text":"a"}}'],
    ["a uid that is no integer", '{"transcript":{"uid":1.5,"text":"a"}}'],
    ["no text", '{"transcript":{"uid":1}}'],
    ["pieces that are no list", '{"transcript":{"uid":1,"results":{}}}'],
    ["a piece without text", '{"transcript":{"uid":1,"results":[{"isFinal":true}]}}'],
    ["a translation of nothing", '{"translation":{"uid":1}}'],
    ["a translation without language", '{"translation":{"uid":1,"results":[{"texts":["a"]}]}}'],
    ["texts that are none", '{"translation":{"uid":1,"results":[{"language":"es-ES","texts":[1]}]}}'],
  ])("%s is no caption", async (_, text) => {
    expect(await decodeCaption(await gzip(text))).toBeUndefined();
  });

  test("damaged gzip is no caption", async () => {
    for (let length = 0; length < jsonVector.length; length++) {
      expect(await decodeCaption(jsonVector.subarray(0, length))).toBeUndefined();
    }
    const damaged = jsonVector.slice();
    damaged[damaged.length - 6]! ^= 1;
    expect(await decodeCaption(damaged), "checksum").toBeUndefined();
    expect(await decodeCaption(await gzip(fromHex("22c32822"))), "UTF-8").toBeUndefined();
    expect(await decodeCaption(await encodeJson({ transcript: { uid: 1, text: " ".repeat(3e5) } })), "bomb").toBe(
      undefined,
    );
  });

  test("the buffer may be used again as soon as the call returned", async () => {
    const bytes = jsonVector.slice();
    const decoded = decodeCaption(bytes);
    bytes.fill(0);
    expect(await decoded).toMatchObject({ uid: "222" });
  });
});
