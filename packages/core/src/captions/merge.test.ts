import { describe, expect, test } from "vitest";
import { ended, said, shown, spanish, storeOf, t, translated } from "./testing/conversation.ts";
import type { Text } from "./testing/encode.ts";
import { protobufVectors } from "./testing/vectors.ts";

test("the vectors make three lines", () => {
  const { store } = storeOf(...Object.values(protobufVectors));
  expect(store.getSnapshot()).toStrictEqual({
    dropped: 0,
    lines: [
      {
        id: "1",
        uid: "222",
        sentenceId: "1767225601000",
        language: "en-US",
        text: "Hello, how are you?",
        pieces: [{ text: "Hello, how are you?", isFinal: true }],
        isFinal: true,
        startTime: 1767225601000,
        duration: 770,
        endTime: 1767225601770,
        translations: {
          "es-ES": {
            language: "es-ES",
            text: "Hola, ¿cómo estás?",
            pieces: [{ text: "Hola, ¿cómo estás?", isFinal: true }],
            isFinal: true,
          },
          "ja-JP": {
            language: "ja-JP",
            text: "こんにちは、お元気ですか？",
            pieces: [{ text: "こんにちは、お元気ですか？", isFinal: true }],
            isFinal: true,
          },
        },
      },
      {
        id: "2",
        uid: "4294967295",
        sentenceId: "1767225603000",
        language: "en-US",
        text: "Fine, thanks. And",
        pieces: [
          { text: "Fine, thanks.", isFinal: true },
          { text: " And", isFinal: false },
        ],
        isFinal: false,
        startTime: 1767225603000,
        duration: 900,
        endTime: undefined,
        translations: {},
      },
      expect.objectContaining({ id: "3", uid: "222", text: "Hello", isFinal: true, startTime: 1767225601000 }),
    ],
  });
});

describe.each([
  ["with sentence ids", (id: number): Text => ({ sentence_id: id })],
  ["without", (): Text => ({})],
])("transcription %s", (_, id) => {
  test("an interim text replaces the one before, the final text ends the line", () => {
    const { store } = storeOf(said("Hel", 10, id(7)), said("Hello, how", 20, id(7)));
    expect(shown(store)).toEqual(["1: Hello, how…"]);
    store.push(ended("Hello.", 30, { ...id(7), time: t, duration_ms: 25 }));
    expect(shown(store)).toEqual(["1: Hello."]);
    expect(store.getSnapshot().lines).toMatchObject([{ id: "1", startTime: t, duration: 25, endTime: t + 25 }]);
  });

  test("the next sentence is a new line", () => {
    const { store } = storeOf(ended("One.", 10, id(7)), said("Two", 20, id(8)), ended("Two.", 30, id(8)));
    expect(shown(store)).toEqual(["1: One.", "1: Two."]);
  });

  test("two speakers interleave", () => {
    const { store } = storeOf(
      said("He", 10, id(7)),
      said("Sh", 11, { uid: 2, ...id(8) }),
      said("Her", 12, id(7)),
      ended("She.", 13, { uid: 2, ...id(8) }),
      ended("Here.", 14, id(7)),
    );
    expect(shown(store)).toEqual(["1: Here.", "2: She."]);
  });

  test("repeated and late packets change nothing", () => {
    const { changes, store } = storeOf(
      said("One", 10, id(7)),
      said("One", 10, id(7)),
      said("One two", 20, id(7)),
      said("One", 10, id(7)),
      ended("One two.", 30, id(7)),
      ended("One two.", 30, id(7)),
      said("One two", 20, id(7)),
      ended("One tow.", 25, id(7)),
    );
    expect(changes).toEqual([0, 2, 4]);
    expect(shown(store)).toEqual(["1: One two."]);
  });

  test("an empty list of pieces changes nothing, an empty text makes no line", () => {
    const { store } = storeOf(said("One", 10, id(7)), said("", 20, { ...id(7), words: [] }));
    expect(shown(store)).toEqual(["1: One…"]);
    store.push(said("", 30, { uid: 2, ...id(8) }));
    expect(shown(store)).toEqual(["1: One…"]);
    store.push(said("", 40, id(7)));
    expect(shown(store)).toEqual(["1: …"]);
  });

  test("a line is final when all its pieces are", () => {
    const words = [{ text: "One.", is_final: true }, { text: " Two" }];
    const { store } = storeOf(said("", 10, { ...id(7), words, time: t, duration_ms: 9 }));
    expect(shown(store)).toEqual(["1: One. Two…"]);
    expect(store.getSnapshot().lines).toMatchObject([{ startTime: t, endTime: undefined }]);
  });
});

describe("transcription with sentence ids", () => {
  test("when the final text got lost, the next sentence closes the line as it stands", () => {
    const { store } = storeOf(
      said("One tw", 10, { sentence_id: 7, time: t, duration_ms: 5 }),
      said("Th", 20, { sentence_id: 8 }),
    );
    expect(shown(store)).toEqual(["1: One tw", "1: Th…"]);
    expect(store.getSnapshot().lines[0]).toMatchObject({
      pieces: [{ text: "One tw", isFinal: true }],
      endTime: t + 5,
    });
    store.push(said("One two", 21, { sentence_id: 7 }));
    expect(shown(store)).toEqual(["1: One tw", "1: Th…"]);
    store.push(ended("One two.", 22, { sentence_id: 7 }));
    expect(shown(store), "late, but final").toEqual(["1: One two.", "1: Th…"]);
  });

  test("a sentence of which only a late packet arrives goes where it belongs, closed", () => {
    const { store } = storeOf(said("Two", 20, { sentence_id: 8 }), said("One", 10, { sentence_id: 7 }));
    expect(shown(store)).toEqual(["1: One", "1: Two…"]);
    expect(store.getSnapshot().lines.map(({ id }) => id)).toEqual(["2", "1"]);
  });

  test("ids of different speakers are independent", () => {
    const { store } = storeOf(said("One", 10, { sentence_id: 7 }), said("Two", 20, { uid: 2, sentence_id: 7 }));
    expect(shown(store)).toEqual(["1: One…", "2: Two…"]);
  });
});

describe("beta servers", () => {
  const beta = (text: string, seqnum: number, extra: Text = {}) =>
    said(text, undefined, { data_type: "", culture: "", seqnum, ...extra });
  const end = { words: [{ text: "One.", is_final: true }], time: t };

  test("count their messages, and the count tells what is late", () => {
    const { changes, store } = storeOf(
      beta("On", 3),
      beta("One", 4),
      beta("On", 3),
      beta("One", 4),
      beta("", 5, end),
      beta("", 5, end),
      beta("One", 4),
      beta("Two", 6),
    );
    expect(changes).toEqual([0, 1, 4, 7]);
    expect(shown(store)).toEqual(["1: One.", "1: Two…"]);
  });

  test("start from 0 with the next task", () => {
    const { store } = storeOf(beta("", 900, end), beta("Two", 1));
    expect(shown(store)).toEqual(["1: One.", "1: Two…"]);
  });

  test("without a count, all is taken as it comes", () => {
    const { store } = storeOf(beta("On", 0), beta("", 0, end), beta("Two", 0));
    expect(shown(store)).toEqual(["1: One.", "1: Two…"]);
  });
});

describe("translation", () => {
  test("joins its sentence, before and after that is final", () => {
    const { store } = storeOf(
      said("One", 10, { sentence_id: 7 }),
      translated("Un", 10, { sentence_id: 7 }),
      ended("One.", 20, { sentence_id: 7 }),
      said("Two", 30, { sentence_id: 8 }),
      translated("Uno.", 20, { sentence_id: 7, trans: [{ lang: "es-ES", texts: ["Uno", "."], is_final: true }] }),
    );
    expect(spanish(store)).toEqual(["Uno.", undefined]);
    expect(store.getSnapshot().lines[0]?.translations["es-ES"]).toMatchObject({ isFinal: true });
  });

  test("no sender can fill a line with languages", () => {
    const trans = Array.from({ length: 100 }, (_, index) => ({ lang: `x${index}`, texts: ["a"], is_final: true }));
    const { store } = storeOf(said("One", 30, { sentence_id: 7 }), translated("", 30, { sentence_id: 7, trans }));
    expect(Object.keys(store.getSnapshot().lines[0]?.translations ?? {})).toHaveLength(64);
  });

  test("a late one and a repeated one change nothing, languages are independent", () => {
    const id = { sentence_id: 7 };
    const { changes, store } = storeOf(
      said("One two", 30, id),
      translated("Uno dos", 30, id),
      translated("Uno", 20, id),
      translated("Uno dos", 30, id),
      translated("", 20, { ...id, trans: [{ lang: "de-DE", texts: ["Eins"], is_final: true }] }),
      translated("", 20, { ...id, trans: [{ lang: "de-DE", texts: ["Ein"] }] }),
      translated("", 40, { ...id, trans: [{ lang: "de-DE", texts: ["Eins zw"] }] }),
      translated("", 50, { ...id, trans: [] }),
    );
    expect(changes).toEqual([0, 1, 4, 6]);
    expect(store.getSnapshot().lines[0]?.translations).toMatchObject({
      "es-ES": { text: "Uno dos", isFinal: false },
      "de-DE": { text: "Eins zw", isFinal: false },
    });
  });

  test("one that comes first waits for its line", () => {
    const { store } = storeOf(
      translated("Un", 10, { sentence_id: 7 }),
      translated("Uno", 20, { sentence_id: 7 }),
      translated("Dos", 20, { uid: 2, sentence_id: 7 }),
    );
    expect(store.getSnapshot().lines).toEqual([]);
    store.push(said("One", 20, { sentence_id: 7 }));
    expect(spanish(store)).toEqual(["Uno"]);
  });

  test("only some wait, the newest", () => {
    const { store } = storeOf(
      ...Array.from({ length: 33 }, (_, index) => translated(`${index}`, index, { sentence_id: index + 1 })),
      ...Array.from({ length: 33 }, (_, index) => said(`${index}`, index, { sentence_id: index + 1 })),
    );
    expect(spanish(store).slice(0, 3)).toEqual([undefined, "1", "2"]);
  });

  test("one that brings its source along makes the line", () => {
    const original_transcript = { culture: "en-US", words: [{ text: "One.", is_final: true }] };
    const { store } = storeOf(translated("Uno.", 20, { sentence_id: 7, time: t, original_transcript }));
    expect(store.getSnapshot().lines).toMatchObject([{ text: "One.", language: "en-US", isFinal: true, startTime: t }]);
    expect(spanish(store)).toEqual(["Uno."]);
    const { id } = store.getSnapshot().lines[0]!;
    store.push(ended("One.", 20, { sentence_id: 7, duration_ms: 5 }));
    expect(store.getSnapshot().lines).toMatchObject([
      { id, endTime: t + 5, translations: { "es-ES": { text: "Uno." } } },
    ]);
  });

  test("without a sentence id, the time tells the line", () => {
    const { store } = storeOf(
      said("One", 10),
      said("One two", 15),
      ended("One two.", 20),
      said("Three", 30),
      ended("Three.", 40),
      translated("Uno", 15),
      translated("Tres", 40),
      translated("Nada", 25),
      translated("Cuatro", 50),
    );
    expect(spanish(store)).toEqual(["Uno", "Tres"]);
    store.push(said("Four", 50));
    expect(spanish(store)).toEqual(["Uno", "Tres", "Cuatro"]);
  });

  test("languages with the names of object members are languages", () => {
    const { store } = storeOf(said("One", 10, { sentence_id: 7 }));
    for (const lang of ["__proto__", "constructor"]) {
      store.push(translated("", 10, { sentence_id: 7, trans: [{ lang, texts: ["?"] }] }));
    }
    const { translations } = store.getSnapshot().lines[0]!;
    expect(Object.keys(translations)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(translations)).toBe(Object.prototype);
  });
});
