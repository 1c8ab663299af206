import { expect, test } from "vitest";
import type { ExportedSymbol } from "../../site/reference/symbols.ts";
import { topicsOf } from "../../site/reference/topics.ts";
import { referencePages } from "../../site/stage/reference.ts";

const symbol = (name: string, fields: Partial<ExportedSymbol> = {}): ExportedSymbol => ({
  name,
  group: "types",
  summary: "",
  isDeprecated: false,
  declaration: `interface ${name} {}`,
  undocumentedMembers: [],
  ...fields,
});

const headings = (name: string, symbols: readonly ExportedSymbol[]): string[] => {
  const page = referencePages([{ name, symbols }]).find(({ title, language }) => title === name && language === "en");
  return page?.body.match(/^##+ .*$/gm) ?? [];
};

test("the folder that a symbol comes from is its topic", () => {
  const topics = topicsOf("packages/core/src/index.ts");
  expect(topics.get("createAgoraClient")).toBe("client");
  expect(topics.get("createRecordingSession")).toBe("sessions");
  expect(topicsOf("packages/core/src/server.ts").get("createSupervisor")).toBe("supervision");
});

test("every symbol of the main entries has a topic", () => {
  for (const source of ["index", "server"]) expect(topicsOf(`packages/core/src/${source}.ts`).size).toBeGreaterThan(60);
});

test("an entry with many symbols is shown by topic, what can be called first", () => {
  const types = Array.from({ length: 20 }, (_, index) => symbol(`Type${index}`, { topic: "recording" }));
  const start = symbol("start", { topic: "recording", group: "functions" });
  const stop = symbol("stop", { topic: "client", group: "functions" });
  const shown = headings("@agora-edge/core", [...types, start, stop]);
  expect(shown.slice(0, 4)).toEqual(["## The client", "### `stop`", "## Cloud Recording", "### `start`"]);
});

test("a small entry is shown by what its symbols are, and an empty one says so", () => {
  const shown = headings("@agora-edge/core/captions", [symbol("Line"), symbol("decode", { group: "functions" })]);
  expect(shown).toEqual(["## Functions", "### `decode`", "## Types", "### `Line`"]);
  const page = referencePages([]).find(({ title }) => title === "@agora-edge/msw/vitest");
  expect(page?.body).toContain("exports nothing");
});
