// What the page shows is what runs: test/browser/recipes.test.ts mounts these files in components of each framework.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readGuide } from "./guides/guide.ts";

const { files } = readGuide("recipes");

test("the page has the part for all frameworks, and one file for each", () => {
  expect([...files.keys()]).toEqual(["recording-store.ts", "vue.ts", "svelte.ts", "solid.ts", "preact.ts"]);
});

test.each([...files])("test/recipes/%s is what the page says", async (name, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(`../recipes/${name}`, import.meta.url)));
});

test.each([...files])("%s has about 30 lines", (_, text) => {
  expect(text.split("\n").length).toBeLessThanOrEqual(35);
});
