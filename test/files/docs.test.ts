import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import * as compiledSnippets from "./snippets.ts";

const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const lines = (code: string) => code.split("\n").map((line) => line.trim());

it("docs/files.md has no snippet that the compiler does not read", async () => {
  const [page, compiled] = await Promise.all([read("../../docs/files.md"), read("snippets.ts")]);
  const snippets = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
  expect(snippets.length).toBeGreaterThan(Object.keys(compiledSnippets).length);
  const known = new Set(lines(compiled));
  const unknown = snippets.flatMap(lines).filter((line) => !line.startsWith("import ") && !known.has(line));
  expect(unknown).toEqual([]);
});
