import { describe, expect, test } from "vitest";
import { hello, listen, read, running, translating } from "../../../testing/captions.ts";
import { callStt, joinRequest } from "../../../testing/stt-caller.ts";

describe("who is heard", () => {
  test("only while the task runs; a dialogue waits while it recovers", async () => {
    const { fake, id, leave } = await running();
    const { heard } = listen(fake, id);
    const playing = fake.captions(id).play([hello, hello, hello]);
    fake.advance(1500);
    expect(heard).toHaveLength(1);
    fake.recover(id, { seconds: 30 });
    fake.advance(29_999);
    expect(heard).toHaveLength(1);
    fake.advance(1001);
    expect(heard.length).toBeGreaterThan(1);
    const count = heard.length;
    await leave();
    fake.advance(60_000);
    expect(heard).toHaveLength(count);
    expect(playing.done).toBe(true);
    expect(() => fake.captions(id).play([hello])).toThrow(RangeError);
  });

  test("a dialogue that begins early waits for the bot", async () => {
    const { fake, agent } = callStt();
    const { id } = await agent(joinRequest({ maxIdleTime: 600 }));
    const { heard } = listen(fake, id);
    fake.captions(id).play([{ ...hello, after: 0 }]);
    fake.advance(1399);
    expect(heard).toHaveLength(0);
    fake.advance(1);
    expect(heard).toHaveLength(1);
  });

  test("speakers who are subscribed, in the language that is theirs", async () => {
    const { fake, id, update } = await running();
    const { heard } = listen(fake, id);
    fake.advance(5000);
    await update({
      rtcConfig: { subscribeAudioUids: ["1"] },
      uidLanguagesConfig: [{ uid: "1", languages: ["de-DE", "en-US"] }],
    });
    fake.captions(id).play([
      { uid: 1, text: "Guten Tag" },
      { uid: 2, text: "Hello" },
    ]);
    fake.advance(60_000);
    const all = heard.map(({ data }) => read(data));
    expect(new Set(all.map((message) => JSON.stringify([message[4], message[15]])))).toEqual(
      new Set(['[[1],["de-DE"]]']),
    );
  });

  test("with auto, each line is in its own language, and everything is translated", async () => {
    const translateConfig = { languages: [{ source: "auto", target: ["es-ES"] }] };
    const { fake, id } = await running(joinRequest({ maxIdleTime: 600, languages: ["auto"], translateConfig }));
    const { heard } = listen(fake, id);
    fake.captions(id).play([
      { uid: 1, text: "Guten Tag", language: "de-DE" },
      { uid: 1, text: "Hello" },
    ]);
    fake.advance(60_000);
    const all = heard.map(({ data }) => read(data));
    expect(new Set(all.flatMap((message) => message[15] ?? []))).toEqual(new Set(["de-DE", "en-US"]));
    const translated = all.flatMap((message) => message[14] ?? []);
    expect(JSON.stringify(translated)).toContain("[es-ES] Guten Tag");
    expect(JSON.stringify(translated)).toContain("[es-ES] Hello");
  });

  test("translation can be switched off, and text made up", async () => {
    const { fake, id, update } = await running(joinRequest({ maxIdleTime: 600, ...translating }));
    const { heard } = listen(fake, id);
    fake.captions(id).play([{ uid: 1, text: "你好世界", language: "en-US" }]);
    fake.advance(5000);
    const last = read(heard.at(-1)!.data);
    expect(last[14]).toMatchObject([{ 3: ["[es-ES] 你好世界"] }, { 3: ["[ja-JP] 你好世界"] }]);
    expect(heard).toHaveLength(2 + 1 + 2);
    await update({ translateConfig: { enable: false } });
    fake.captions(id).play([
      { uid: 1, text: "one", final: false },
      { uid: 1, text: "two" },
    ]);
    fake.advance(5000);
    expect(heard.slice(5).map(({ data }) => read(data)[13])).not.toContainEqual(["translate"]);
  });

  test("listeners of a channel hear every bot, until they go", async () => {
    const { fake, agent } = await running();
    await agent(joinRequest({ name: "second", maxIdleTime: 600 }, { pubBotUid: "7" }));
    fake.advance(1000);
    const { heard, off } = listen(fake, "room-1");
    const other = listen(fake, "room-2");
    const playing = fake.captions("room-1").play([{ uid: 1, text: "one" }]);
    expect(playing.done).toBe(false);
    fake.advance(5000);
    expect(new Set(heard.map(({ uid }) => uid))).toEqual(new Set(["88222", "7"]));
    const count = heard.length;
    off();
    fake
      .captions("room-1")
      .play([{ uid: 1, text: "one" }])
      .cancel();
    fake.advance(5000);
    expect([heard.length, other.heard.length]).toEqual([count, 0]);
  });

  test("results never go back in time", async () => {
    const { fake, id } = await running();
    const { heard } = listen(fake, id);
    fake.captions(id).play([{ uid: 1, text: "one two three", after: 0, every: 0 }]);
    fake.captions(id).play([{ uid: 2, text: "four five six", after: 0, every: 0 }]);
    fake.advance(100);
    const times = heard.map(({ data }) => Number(read(data)[16]?.[0]));
    expect(times).toHaveLength(8);
    expect(times).toEqual([...new Set(times)].sort((left, right) => left - right));
  });
});
