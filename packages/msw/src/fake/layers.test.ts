import { expect, test } from "vitest";
import { Layers, LayersByName } from "./layers.ts";

test("each is taken back by itself, in any order, once", () => {
  const layers = new Layers<number>();
  const [first, second] = [layers.lay(1), layers.lay(2)];
  expect([layers.top, layers.all]).toEqual([2, [1, 2]]);
  first();
  first();
  expect(layers.all).toEqual([2]);
  second();
  expect([layers.top, layers.isEmpty]).toEqual([undefined, true]);
});

test("what was taken back before a clearing does not come back", () => {
  const layers = new LayersByName<string>();
  const undo = layers.lay("a", "old");
  layers.clear("a");
  layers.lay("a", "new");
  undo();
  expect([layers.top("a"), layers.top("b")]).toEqual(["new", undefined]);
  layers.clear();
  expect(layers.top("a")).toBeUndefined();
});
