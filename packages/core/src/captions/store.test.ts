import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import type { CaptionSnapshot } from "./line.ts";
import { decodeProtobufCaption } from "./protobuf.ts";
import { type CaptionStore, createCaptionStore } from "./store.ts";
import { ended, said, shown, storeOf, t, translated } from "./testing/conversation.ts";
import { encodeJson } from "./testing/encode.ts";
import { jsonVector, protobufVectors } from "./testing/vectors.ts";

afterEach(() => vi.unstubAllGlobals());

describe("snapshot", () => {
  test("unchanged lines are the same objects, changed ones keep their id", () => {
    const { store } = storeOf(ended("One.", 10), said("Two", 11, { uid: 2 }));
    const before = store.getSnapshot();
    const frozen = structuredClone(before);
    store.push(said("Two three", 12, { uid: 2 }));
    const after = store.getSnapshot();
    expect(before, "never mutated").toEqual(frozen);
    expect(after.lines[0]).toBe(before.lines[0]);
    expect(after.lines[1]).not.toBe(before.lines[1]);
    expect(after.lines[1]?.id).toBe(before.lines[1]?.id);
  });

  test("what only counts leaves the lines alone, what only ages leaves all alone", () => {
    const { store } = storeOf(said("One", 10));
    const before = store.getSnapshot();
    store.push(said("One", 20));
    expect(store.getSnapshot()).toBe(before);
    store.push(Uint8Array.of(1));
    expect(store.getSnapshot()).toEqual({ ...before, dropped: 1 });
    expect(store.getSnapshot().lines).toBe(before.lines);
  });

  test("lines stand in the order in which they began", () => {
    const { store } = storeOf(said("C", 30, { uid: 3 }), said("A", 10, { uid: 1 }), said("B", 20, { uid: 2 }));
    expect(shown(store)).toEqual(["1: A…", "2: B…", "3: C…"]);
  });

  test("the oldest lines go when there are too many", () => {
    const store = createCaptionStore({ maxLines: 3 });
    for (let index = 0; index < 10; index++) store.push(ended(`${index}`, index, { sentence_id: index + 1 }));
    expect(shown(store)).toEqual(["1: 7", "1: 8", "1: 9"]);
    const before = store.getSnapshot();
    store.push(ended("2", 2, { sentence_id: 3 }));
    expect(store.getSnapshot(), "a repetition does not bring one back").toBe(before);
  });

  test("thousands of lines keep their order, and a late one finds its place", () => {
    const store = createCaptionStore({ maxLines: 5000 });
    // Every hundredth comes late, after the fifty that follow it.
    const late = (index: number) => (index % 100 === 0 ? index + 50.5 : index);
    const arrivals = Array.from({ length: 6000 }, (_, index) => index).toSorted((a, b) => late(a) - late(b));
    for (const index of arrivals)
      store.push(ended(`${index}`, index, { uid: (index % 7) + 1, sentence_id: index + 1 }));
    const { lines } = store.getSnapshot();
    expect(lines.map(({ text }) => Number(text))).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1000));
    const before = store.getSnapshot();
    store.push(translated("Hola", 3000, { uid: (3000 % 7) + 1, sentence_id: 3001 }));
    const after = store.getSnapshot().lines;
    expect(before.lines).toBe(lines);
    expect(after.flatMap((line, index) => (line === lines[index] ? [] : [line.text]))).toEqual(["3000"]);
  });

  test("a snapshot that nobody has read shows what was then", () => {
    const { store } = storeOf(said("One", 10));
    const before = store.getSnapshot();
    store.push(said("One two", 20));
    expect(before.lines).toMatchObject([{ text: "One" }]);
    expect(store.getSnapshot().lines).toMatchObject([{ text: "One two" }]);
  });

  test.each([0, -1, Number.NaN])("%d lines are none", (maxLines) => {
    expect(() => createCaptionStore({ maxLines })).toThrow(new RangeError("maxLines must be 1 or more."));
  });

  test("clear forgets lines, count and what waits, never an id", () => {
    const { store } = storeOf(said("One", 10), Uint8Array.of(1), translated("Dos", 20, { sentence_id: 8 }));
    store.clear();
    expect(store.getSnapshot()).toEqual({ lines: [], dropped: 0 });
    const empty = store.getSnapshot();
    store.clear();
    expect(store.getSnapshot()).toBe(empty);
    store.push(said("Two", 20, { sentence_id: 8 }));
    expect(store.getSnapshot().lines).toMatchObject([{ id: "2", translations: {} }]);
  });
});

describe("listeners", () => {
  test("hear of every change once, until they leave", () => {
    const store = createCaptionStore();
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    const leaveAgain = store.subscribe(listener);
    store.push(said("One", 10));
    store.push(said("One", 10));
    expect(listener).toHaveBeenCalledTimes(2);
    leave();
    leave();
    store.push(said("One two", 20));
    expect(listener).toHaveBeenCalledTimes(3);
    leaveAgain();
    store.clear();
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test("one that throws is reported, and costs the others nothing", () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    vi.stubGlobal("document", {});
    const store = createCaptionStore();
    const error = new Error("broken component");
    store.subscribe(() => {
      throw error;
    });
    const listener = vi.fn();
    store.subscribe(listener);
    store.push(said("One", 10));
    expect(reported).toHaveBeenCalledExactlyOnceWith(error);
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe("push", () => {
  test("takes protobuf at once, packed JSON a moment later, and keeps their order", async () => {
    const store = createCaptionStore();
    const transcript = (text: string, ms: number) => encodeJson({ transcript: { uid: 1, text, textTs: t + ms } });
    const long = await transcript("One ".repeat(10_000), 10);
    const short = await transcript("One two", 20);
    const reused = said("One two three", 30);
    store.push(long);
    store.push(short);
    store.push(reused);
    store.push(Uint8Array.of(1));
    reused.fill(0);
    expect(store.getSnapshot().lines).toEqual([]);
    const texts: (string | undefined)[] = [];
    store.subscribe(() => texts.push(store.getSnapshot().lines[0]?.text.slice(0, 20).trim()));
    await store.whenIdle();
    expect(texts).toEqual(["One One One One One", "One two", "One two three", "One two three"]);
    expect(store.getSnapshot().dropped).toBe(1);
    store.push(said("Four", 40));
    expect(shown(store)).toEqual(["1: Four…"]);
  });

  test("what was cleared before it was unpacked does not come back", async () => {
    const store = createCaptionStore();
    store.push(jsonVector);
    store.clear();
    store.push(said("One", 10));
    await store.whenIdle();
    expect(shown(store)).toEqual(["1: One…"]);
  });

  test("takes messages that were decoded elsewhere", () => {
    const store = createCaptionStore();
    store.push(decodeProtobufCaption(protobufVectors.transcribeFinal)!);
    store.push({ kind: "summary" } as never);
    expect(store.getSnapshot()).toMatchObject({ lines: [{ text: "Hello, how are you?" }], dropped: 1 });
  });

  test("counts garbage, and never throws", async () => {
    const store = createCaptionStore();
    const garbage = [
      undefined,
      null,
      "text",
      1,
      [],
      {},
      Uint8Array.of(0x1f, 0x8b),
      new ArrayBuffer(0),
      new DataView(new ArrayBuffer(3)),
    ];
    for (const data of garbage) store.push(data as never);
    await store.whenIdle();
    expect(store.getSnapshot()).toEqual({ lines: [], dropped: garbage.length });
  });

  test.each([
    [{ kind: "transcript" }],
    [{ kind: "transcript", uid: "1", pieces: [null] }],
    [{ kind: "transcript", uid: "1", pieces: ["a"] }],
    [{ kind: "translation", uid: "1" }],
    [{ kind: "translation", uid: "1", translations: [{ pieces: [] }] }],
    [{ kind: "translation", uid: "1", translations: [], original: {} }],
  ])("counts %j, also behind what is being unpacked, and goes on", async (message) => {
    const store = createCaptionStore();
    store.push(message as never);
    store.push(await encodeJson({ transcript: { uid: 1, text: "Packed", textTs: t } }));
    store.push(message as never);
    await store.whenIdle();
    expect(store.getSnapshot()).toMatchObject({ dropped: 2, lines: [expect.anything()] });
    store.push(said("Still here", 99, { uid: 77 }));
    expect(store.getSnapshot().lines).toHaveLength(2);
  });

  test("ignores other senders than the bot, and does not count them", () => {
    const store = createCaptionStore({ pubBotUid: "47091" });
    store.push(said("One", 10), 1);
    store.push(Uint8Array.of(1), "1");
    expect(store.getSnapshot()).toEqual({ lines: [], dropped: 0 });
    store.push(said("One", 10), 47091);
    store.push(said("One two", 20), "47091");
    store.push(said("One two three", 30));
    expect(shown(store)).toEqual(["1: One two three…"]);
  });

  test("works without the store as its receiver", () => {
    const { push, getSnapshot, subscribe, clear } = createCaptionStore();
    const listener = vi.fn();
    subscribe(listener);
    push(said("One", 10));
    expect(getSnapshot().lines).toHaveLength(1);
    clear();
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

test("making a store sets no timer and reads no clock", () => {
  vi.stubGlobal("setTimeout", undefined);
  vi.stubGlobal("Date", undefined);
  const { store } = storeOf(said("One", 10));
  expect(shown(store)).toEqual(["1: One…"]);
});

test("types", () => {
  expectTypeOf<CaptionStore["getSnapshot"]>().returns.toEqualTypeOf<CaptionSnapshot>();
  expectTypeOf<CaptionStore["push"]>().returns.toBeVoid();
});
