import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaptionMessage, CaptionPiece } from "./message.ts";
import { createCaptionStore } from "./store.ts";
import { pushDamaged } from "./testing/fuzz.ts";

test("10,000 damaged payloads: none throws, each is decoded or counted", async () => {
  const { decoded, dropped } = await pushDamaged(10_000);
  expect(decoded + dropped).toBe(10_000);
  expect(dropped).toBeGreaterThan(2500);
  expect(decoded).toBeGreaterThan(300);
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const pieces: fc.Arbitrary<CaptionPiece[]> = fc.array(
  fc.record({ text: fc.constantFrom("", "a", "b", "c"), isFinal: fc.boolean() }),
  { maxLength: 2 },
);
const fields = {
  uid: fc.constantFrom("1", "2"),
  sentenceId: maybe(fc.constantFrom("7", "8", "9")),
  textTs: fc.integer({ min: 1, max: 40 }),
  startTime: maybe(fc.integer({ min: 1e12, max: 1e12 + 40 })),
  duration: maybe(fc.integer({ min: 1, max: 9 })),
  seqnum: fc.constant(undefined),
};
const message: fc.Arbitrary<CaptionMessage> = fc.oneof(
  fc.record({ kind: fc.constant("transcript"), ...fields, language: maybe(fc.constant("en-US")), pieces }),
  fc.record({
    kind: fc.constant("translation"),
    ...fields,
    translations: fc.uniqueArray(fc.record({ language: fc.constantFrom("es-ES", "de-DE"), pieces }), {
      selector: ({ language }) => language,
    }),
    original: maybe(fc.record({ language: maybe(fc.constant("en-US")), pieces })),
  }),
);

test("whatever comes in whatever order, the lines keep their promises", () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
      const store = createCaptionStore({ maxLines: 5 });
      const seen = new Map<string, string>();
      let calls = 0;
      store.subscribe(() => calls++);
      for (const each of messages) {
        const before = store.getSnapshot();
        calls = 0;
        store.push(each);
        const { lines, dropped } = store.getSnapshot();
        expect(calls).toBe(store.getSnapshot() === before ? 0 : 1);
        expect(dropped).toBe(0);
        expect(lines.length).toBeLessThanOrEqual(5);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        for (const line of lines) {
          expect(line.isFinal).toBe(line.pieces.every(({ isFinal }) => isFinal));
          expect(line.text).toBe(line.pieces.map(({ text }) => text).join(""));
          expect(seen.get(line.id) ?? line.uid, "a line stays with its speaker").toBe(line.uid);
          seen.set(line.id, line.uid);
          const old = before.lines.find(({ id }) => id === line.id);
          expect(line.isFinal || !old?.isFinal, "final once, final for good").toBe(true);
          expect(JSON.stringify(line), "a new object is a change").not.toBe(old !== line && JSON.stringify(old));
        }
        for (const uid of ["1", "2"]) {
          const own = lines.filter((line) => line.uid === uid);
          expect(
            own.slice(0, -1).every(({ isFinal }) => isFinal),
            "only the newest is open",
          ).toBe(true);
          const ids = own.flatMap(({ sentenceId }) => sentenceId ?? []);
          expect(new Set(ids).size, "one line for a sentence").toBe(ids.length);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a repeated message changes nothing", () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
      const store = createCaptionStore();
      for (const each of messages) {
        store.push(each);
        const once = store.getSnapshot();
        store.push(each);
        expect(store.getSnapshot()).toBe(once);
      }
    }),
    { numRuns: 500 },
  );
});
