import { expect, test } from "vitest";
import { contains } from "./contains.ts";

test.each([
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 2] } }, true],
  [[1, 2], [1], false],
  [[{ a: 1, b: 2 }], [{ a: 1 }], true],
  ["1", 1, false],
  [null, {}, false],
  [{ a: "x" }, { a: expect.any(String) }, true],
  [{ a: 1 }, { a: expect.any(String) }, false],
])("%j contains %j: %s", (actual, expected, pass) => {
  expect(contains(actual, expected)).toBe(pass);
});
