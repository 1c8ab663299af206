import fc from "fast-check";
import { parseText } from "media-captions";
import { describe, expect, test } from "vitest";
import { createCaptionStore, toSrt, toWebVTT, type CaptionLine } from "../captions.ts";
import { ended, said, t, translated } from "./testing/conversation.ts";

const startedAt = t;

function lineOf(text: string, more: Partial<CaptionLine> = {}): CaptionLine {
  const pieces = [{ text, isFinal: true }];
  return {
    id: "1",
    uid: "1001",
    sentenceId: undefined,
    language: "en-US",
    text,
    pieces,
    isFinal: true,
    startTime: startedAt,
    duration: 1000,
    endTime: undefined,
    translations: {},
    ...more,
  };
}

/** Hostile texts: markup, escapes, arrows, times, blank lines. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "-->",
        "<",
        ">",
        "&",
        "&lt;",
        "</v>",
        "<b>",
        "\n",
        "\r\n",
        "\n\n",
        "00:01.000 --> 00:02.000",
        "1",
        "é",
        "好",
        "😀",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));
const spans = fc.record({
  startTime: fc.integer({ min: t - 5000, max: t + 350_000_000 }),
  duration: fc.nat({ max: 60_000 }),
});
const scripts = fc.array(
  fc.tuple(texts, spans).map(([text, span]) => lineOf(text, span)),
  { maxLength: 8 },
);

const tidied = (text: string) =>
  text
    .split(/[\r\n\u2028\u2029\0]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
/** What a reader of either format should find, in order. */
const expected = (lines: readonly CaptionLine[]) =>
  lines
    .map(({ startTime = 0, duration = 0, text }) => ({
      start: startTime - startedAt,
      end: startTime - startedAt + Math.max(1, duration),
      text: tidied(text),
    }))
    .filter(({ text, end }) => text !== "" && end > 0)
    .map((cue) => ({ ...cue, start: Math.max(0, cue.start) }))
    .toSorted((a, b) => a.start - b.start);

/** By another implementation, in ms. What is escaped in WebVTT stays so there. */
async function read(file: string, type: "vtt" | "srt") {
  const { cues, errors } = await parseText(file, { type, strict: true, errors: true });
  const texts = (text: string) =>
    type === "vtt" ? text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") : text;
  const ms = (seconds: number) => Math.round(seconds * 1000);
  return {
    errors,
    cues: cues.map(({ startTime, endTime, text }) => ({ start: ms(startTime), end: ms(endTime), text: texts(text) })),
  };
}

describe("toWebVTT", () => {
  test("writes what another implementation reads back, whatever was said", async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (lines) => {
        const vtt = toWebVTT(lines, { startedAt });
        expect(await read(vtt, "vtt")).toEqual({ errors: [], cues: expected(lines) });
      }),
    );
  });

  test("names speakers as voices, and no name breaks out of its mark", () => {
    const speakerName = (uid: string) => ({ 1: "Ann <&> Bo\n\nx" })[uid];
    const vtt = toWebVTT([lineOf("hi", { uid: "1" }), lineOf("ho", { uid: "2" })], { startedAt, speakerName });
    expect(vtt).toBe(
      "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Ann &lt;&amp;&gt; Bo x>hi\n\n00:00:00.000 --> 00:00:01.000\nho\n",
    );
  });

  test("writes hours that have more than two digits", () => {
    const vtt = toWebVTT([lineOf("late", { startTime: startedAt + 100 * 3_600_000 + 61_234 })], { startedAt });
    expect(vtt).toContain("100:01:01.234 --> 100:01:02.234");
  });
});

describe("toSrt", () => {
  test("writes what another implementation reads back, whatever was said", async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (lines) => {
        const cues = expected(lines).map((cue) => ({ ...cue, text: cue.text.replaceAll("-->", "→") }));
        expect(await read(toSrt(lines, { startedAt }), "srt")).toEqual({ errors: [], cues });
      }),
    );
  });

  test("counts from one and puts the speaker in front", () => {
    const srt = toSrt([lineOf("hello")], { startedAt, speakerName: () => "Ann" });
    expect(srt).toBe("1\n00:00:00,000 --> 00:00:01,000\nAnn: hello\n");
  });
});

describe("which lines become subtitles", () => {
  test("of a captions store: one language, its speakers and its translations", () => {
    const store = createCaptionStore();
    const times = { time: t + 2000, duration_ms: 500 };
    store.push(ended("Good morning.", 2500, { ...times, sentence_id: 1 }));
    store.push(translated("Buenos días.", 2600, { sentence_id: 1 }));
    store.push(ended("Hola.", 5000, { time: t + 4000, uid: 2, culture: "es-ES" }));
    store.push(said("and now", 6000));
    const { lines } = store.getSnapshot();
    const english = "WEBVTT\n\n00:00:02.000 --> 00:00:02.500\nGood morning.\n";
    expect(toWebVTT(lines, { startedAt, language: "en-US" })).toBe(english);
    expect(toWebVTT(lines, { startedAt, language: "es-ES" })).toBe(
      "WEBVTT\n\n00:00:02.000 --> 00:00:02.500\nBuenos días.\n\n00:00:04.000 --> 00:00:07.000\nHola.\n",
    );
    expect(toWebVTT(lines, { startedAt, uid: 1 })).toBe(english);
    expect(toWebVTT(lines, { startedAt, language: "fr-FR" })).toBe("WEBVTT\n");
  });

  test("leaves out what was said before the recording, and what nobody knows the time of", () => {
    const lines = [lineOf("before", { startTime: startedAt - 2000 }), lineOf("when?", { startTime: undefined })];
    expect(toSrt([...lines, lineOf("cut", { startTime: startedAt - 500 })], { startedAt })).toBe(
      "1\n00:00:00,000 --> 00:00:00,500\ncut\n",
    );
  });

  test("refuses a beginning that is no time", () => {
    expect(() => toWebVTT([], { startedAt: Number.NaN })).toThrow(RangeError);
  });
});
