import fc from "fast-check";
import { expect, test } from "vitest";
import { createSlots, type Lane } from "../../examples/cloudflare-worker/src/slots.ts";

const lane = fc.constantFrom<Lane>("now", "soon", "later");

test("whoever asks when, no second has more than ten", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(lane, fc.integer({ min: 0, max: 300 })), { maxLength: 300 }), (asked) => {
      const slots = createSlots(10, 0);
      let now = 1_700_000_000_000;
      const times = asked.flatMap(([of, gap]) => {
        now += gap;
        const wait = slots.take(now, of, Infinity);
        return wait === null ? [] : [now + wait];
      });
      times.sort((a, b) => a - b);
      for (const [index, time] of times.entries()) {
        expect((times[index + 10] ?? Infinity) - time).toBeGreaterThanOrEqual(1250);
      }
    }),
  );
});

test("a command overtakes checks that wait, and checks get through a crowd of commands", () => {
  const slots = createSlots(10, 0);
  for (let each = 0; each < 500; each += 1) slots.take(0, "later", Infinity);
  expect(slots.take(0, "now", Infinity)).toBeLessThan(1250);
  expect(slots.take(0, "soon", Infinity)).toBeLessThan(1250);

  const crowded = createSlots(10, 0);
  for (let each = 0; each < 500; each += 1) crowded.take(0, "now", Infinity);
  expect(crowded.take(0, "later", Infinity)).toBeLessThan(1250);
});

test("nothing is reserved for who would not wait so long, nor before it is known what was sent", () => {
  const slots = createSlots(1, 5000);
  expect(slots.take(0, "now", 1000)).toBeNull();
  expect(slots.take(0, "now", Infinity)).toBe(slots.take(0, "now", Infinity)! - 1250);
});
