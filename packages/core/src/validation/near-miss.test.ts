import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearMiss } from "./near-miss.ts";

const known = [
  "uid",
  "cname",
  "maxIdleTime",
  "unSubscribeAudioUids",
  "subscribeAudioUids",
  "async_stop",
  "x_axis",
  "y_axis",
];

describe("nearMiss", () => {
  test.each([
    ["maxidletime", "maxIdleTime", "another case"],
    ["max_idle_time", "maxIdleTime", "underscores"],
    ["max-idle-time", "maxIdleTime", "hyphens"],
    ["unsubscribeAudioUids", "unSubscribeAudioUids", "the other documented spelling"],
    ["asyncStop", "async_stop", "camel case"],
    ["cnam", "cname", "a letter too few"],
    ["cnamee", "cname", "a letter too much"],
    ["cnane", "cname", "a wrong letter"],
    ["canme", "cname", "swapped letters"],
    ["maxIdelTiem", "maxIdleTime", "two errors in a long name"],
  ])("takes %s for %s: %s", (name, right) => {
    expect(nearMiss(name, known)).toBe(right);
  });

  test.each(["cn", "cmane_", "zAxis", "bucket", "maxIdl", "i_d_", "toString", "constructor", "__proto__", ""])(
    "takes %j for nothing",
    (name) => {
      expect(nearMiss(name, known)).toBeUndefined();
    },
  );

  test("never confuses a known name with another", () => {
    for (const name of known) expect(nearMiss(name, known)).toBeUndefined();
  });

  test("prefers the name that differs in case only", () => {
    expect(nearMiss("ABC", ["abd", "abc"])).toBe("abc");
  });

  test("agrees with the definition of the distance", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (name, right) => {
        const near = name === right ? false : distance(name, right) <= (right.length < 10 ? 1 : 2);
        expect(nearMiss(name, [right]) !== undefined).toBe(near);
      }),
    );
  });

  test("is quick with a very long key", () => {
    expect(nearMiss("subscribeAudioUids".repeat(100_000), known)).toBeUndefined();
  });
});

/** The textbook matrix of the optimal string alignment distance. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i ? (j ? 0 : i) : j)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      rows[i]![j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}
