import { describe, expect, test } from "vitest";
import { hello, hex, listen, read, running, translating } from "../../../testing/captions.ts";
import { callStt, flatRequest, joinRequest, nestedRequest } from "../../../testing/stt-caller.ts";

describe("protobuf", () => {
  test("a sentence, word for word", async () => {
    const { fake, id } = await running(joinRequest({ maxIdleTime: 600, ...translating }));
    const { heard } = listen(fake, id);
    const start = fake.now() + 1000;
    const playing = fake.captions(id).play([hello]);
    fake.advance(10_000);
    expect(playing.done).toBe(true);
    expect(heard.map(({ at, uid }) => [at - start, uid])).toEqual(
      [400, 800, 1200, 1600, 1700, 1800].map((at) => [at, "88222"]),
    );
    const [first, , , final, interim, translated] = heard.map(({ data }) => read(data));
    const same = { 4: [222], 13: ["transcribe"], 15: ["en-US"], 19: [start] };
    expect(first).toEqual({ ...same, 10: [{ 1: ["Hello, "] }], 12: [400], 16: [start + 400] });
    const whole = { 1: ["Hello, how are you?"], 4: [1] };
    expect(final).toEqual({ ...same, 6: [start], 10: [whole], 12: [1600], 16: [start + 1600] });
    expect(translated).toEqual({
      4: [222],
      6: [start],
      12: [1600],
      13: ["translate"],
      14: [
        { 1: [1], 2: ["es-ES"], 3: ["Hola, ¿cómo estás?"] },
        { 1: [1], 2: ["ja-JP"], 3: ["こんにちは、", "お元気ですか？"] },
      ],
      16: [start + 1600],
      18: [{ 1: ["en-US"], 2: [whole] }],
      19: [start],
    });
    expect(interim?.[6]).toBeUndefined();
    expect(interim?.[14]).toEqual([
      { 2: ["es-ES"], 3: ["Hola, ¿cómo estás?"] },
      { 2: ["ja-JP"], 3: ["こんにちは、"] },
    ]);
  });

  test("bytes as a standard encoder writes them", async () => {
    const startAt = 1_767_225_599_000;
    const { fake, id } = await running(joinRequest({ maxIdleTime: 600 }), { startAt });
    const { heard } = listen(fake, id);
    fake.captions(id).play([{ uid: 222, text: ["Hello, how"], after: 1000, every: 400 }]);
    fake.advance(1400);
    expect(hex(heard[0]?.data ?? new Uint8Array())).toBe(
      "20de01520c0a0a48656c6c6f2c20686f776090036a0a7472616e7363726962657a05656e2d55538001f8daeab6b7339801e8d7eab6b733",
    );
  });

  test("a mixed result, and the largest uid", async () => {
    const { fake, id } = await running(joinRequest({ maxIdleTime: 600 }), { startAt: 1_767_225_601_000 });
    const { heard } = listen(fake, id);
    const line = { uid: 4_294_967_295, text: ["Fine, thanks.", " And"], after: 1000, every: 450, mixed: true };
    fake.captions(id).play([line]);
    fake.advance(1900);
    const [, mixed] = heard.map(({ data }) => read(data));
    expect(mixed).toEqual({
      4: [4_294_967_295],
      6: [1_767_225_603_000],
      10: [{ 1: ["Fine, thanks."], 4: [1] }, { 1: [" And"] }],
      12: [900],
      13: ["transcribe"],
      15: ["en-US"],
      16: [1_767_225_603_900],
      19: [1_767_225_603_000],
    });
  });

  test("older senders know fewer fields", async () => {
    const { fake, task } = callStt();
    const old = await task(flatRequest({ maxIdleTime: 600, ...translating }));
    const beta = await task(nestedRequest({}, {}), "beta");
    fake.advance(2000);
    const [oldHeard, betaHeard] = [listen(fake, old.id).heard, listen(fake, beta.id).heard];
    fake.captions("room-1").play([hello]);
    fake.advance(5000);
    expect(oldHeard).toHaveLength(6);
    for (const { data } of oldHeard) {
      expect(read(data)[18]).toBeUndefined();
      expect(read(data)[19]).toBeUndefined();
    }
    const words = betaHeard.map(({ data }) => read(data));
    expect(words).toHaveLength(4);
    expect(words[3]).toMatchObject({ 1: [3], 4: [222], 6: [expect.any(Number)], 11: [1] });
    expect(words[3]?.[10]).toHaveLength(4);
    expect(words[3]?.[10]?.[0]).toEqual({ 1: ["Hello,"], 3: [350], 4: [1], 5: [0.9] });
    expect(words[3]?.[13]).toBeUndefined();
    const early = await running(joinRequest({ maxIdleTime: 600 }), { sttRelease: "7.0" });
    const { heard } = listen(early.fake, early.id);
    early.fake.captions(early.id).play([hello]);
    early.fake.advance(5000);
    expect(read(heard[0]!.data)[19]).toBeUndefined();
  });
});
