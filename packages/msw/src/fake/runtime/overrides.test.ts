import { expect, test } from "vitest";
import { Overrides, OverridesByName } from "./overrides.ts";

test("each is taken back by itself, in any order, once", () => {
  const overrides = new Overrides<number>();
  const [first, second] = [overrides.add(1), overrides.add(2)];
  expect([overrides.top, overrides.all]).toEqual([2, [1, 2]]);
  first();
  first();
  expect(overrides.all).toEqual([2]);
  second();
  expect([overrides.top, overrides.isEmpty]).toEqual([undefined, true]);
});

test("what was taken back before a clearing does not come back", () => {
  const overrides = new OverridesByName<string>();
  const undo = overrides.add("a", "old");
  overrides.clear("a");
  overrides.add("a", "new");
  undo();
  expect([overrides.top("a"), overrides.top("b")]).toEqual(["new", undefined]);
  overrides.clear();
  expect(overrides.top("a")).toBeUndefined();
});
