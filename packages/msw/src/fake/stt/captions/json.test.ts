import { describe, expect, test } from "vitest";
import { hello, hex, listen, running, translating, unzip } from "../../../testing/captions.ts";
import { joinRequest } from "../../../testing/stt-caller.ts";

describe("JSON", () => {
  const json = (more: object = {}) => joinRequest({ maxIdleTime: 600, ...more }, { enableJsonProtocol: true });

  test("since 7.2.3: pieces, and a follow-up without them", async () => {
    const { fake, id } = await running(json(translating));
    const { heard } = listen(fake, id);
    const start = fake.now() + 1000;
    fake.captions(id).play([{ ...hello, mixed: true }]);
    fake.advance(5000);
    const all = await Promise.all(heard.map(({ data }) => unzip(data)));
    expect(all).toHaveLength(12);
    const common = { uid: 222, language: "en-US", offset: 2000, sentenceId: start };
    const timed = { offset: 2000, duration: 800 };
    const mixed = {
      ...common,
      ...timed,
      textTs: start + 800,
      text: "Hello, ",
      isFinal: true,
      results: [
        {
          text: "Hello, ",
          isFinal: true,
          ...timed,
        },
        {
          text: "how ",
          isFinal: false,
          ...timed,
        },
      ],
    };
    expect(all[2]).toEqual({ transcript: mixed });
    expect(all[3]).toEqual({ transcript: { ...mixed, results: [] } });
    expect(all[10]).toEqual({
      translation: {
        uid: 222,
        offset: 2e3,
        duration: 1600,
        textTs: start + 1600,
        sentenceId: start,
        isFinal: true,
        results0: {
          language: "es-ES",
          texts: ["Hola, ¿cómo estás?"],
        },
        results1: {
          language: "ja-JP",
          texts: ["こんにちは、", "お元気ですか？"],
        },
        results: [
          {
            language: "es-ES",
            texts: ["Hola, ¿cómo estás?"],
            isFinal: true,
          },
          {
            language: "ja-JP",
            texts: ["こんにちは、", "お元気ですか？"],
            isFinal: true,
          },
        ],
        original_transcript: {
          language: "en-US",
          text: "Hello, how are you?",
          results: [
            {
              text: "Hello, how are you?",
              isFinal: true,
            },
          ],
        },
      },
    });
  });

  test("before: one text", async () => {
    const { fake, id } = await running(json(translating), { sttRelease: "7.2", startAt: 1_767_225_599_000 });
    const { heard } = listen(fake, id);
    fake.captions(id).play([{ ...hello, text: ["Hello."] }]);
    fake.advance(5000);
    const all = await Promise.all(heard.map(({ data }) => unzip(data)));
    const common = { uid: 222, offset: 1_767_225_601_000, duration: 800, textTs: 1_767_225_601_800, isFinal: true };
    expect(all[1]).toEqual({ transcript: { ...common, language: "en-US", text: "Hello." } });
    expect(all[3]).toMatchObject({
      translation: { ...common, original_transcript: { language: "en-US", text: "Hello." } },
    });
    expect(hex(heard[0]!.data).slice(0, 6)).toBe("1f8b08");
  });
});
