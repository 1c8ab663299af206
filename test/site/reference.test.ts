import { describe, expect, test } from "vitest";
import { translations } from "../../site/reference/comments.ts";
import type { ExportedSymbol } from "../../site/reference/symbols.ts";
import { topicsOf } from "../../site/reference/topics.ts";
import { linksIn } from "../../site/stage/links.ts";
import { placesIn } from "../../site/stage/markdown.ts";
import { addressOf, type Page } from "../../site/stage/page.ts";
import { referencePages, referenceSlug } from "../../site/stage/reference.ts";

const symbol = (name: string, fields: Partial<ExportedSymbol> = {}): ExportedSymbol => ({
  name,
  group: "types",
  summary: "",
  isDeprecated: false,
  declaration: `interface ${name} {}`,
  undocumentedMembers: [],
  ...fields,
});

const pagesOf = (name: string, symbols: readonly ExportedSymbol[]): Page[] =>
  referencePages([{ name, symbols }]).filter(({ slug }) => `${slug}/`.startsWith(`${referenceSlug(name)}/`));

const headings = (name: string, symbols: readonly ExportedSymbol[], slug = referenceSlug(name)): string[] => {
  const page = pagesOf(name, symbols).find((each) => each.slug === slug && each.language === "en");
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
  const shown = headings("@agora-edge/core/page", [...types, start, stop]);
  expect(shown.slice(0, 4)).toEqual(["## The client", "### `stop`", "## Cloud Recording", "### `start`"]);
});

describe("an entry that is too large for a page", () => {
  const symbols = [
    symbol("start", { topic: "recording", group: "functions", summary: "Starts it. Repeats are safe." }),
    symbol("sttLanguage", { topic: "speechToText", group: "functions" }),
    symbol("SttLanguage", { topic: "speechToText" }),
  ];
  const pages = pagesOf("@agora-edge/core", symbols);

  test("has a page for each topic", () => {
    expect(headings("@agora-edge/core", symbols, "reference/core/recording")).toEqual(["## Functions", "### `start`"]);
    expect(pages.filter(({ language }) => language === "zh-CN").map(({ slug }) => slug)).toContain(
      "reference/core/speech-to-text",
    );
  });

  test("lists every symbol with its first sentence", () => {
    const list = pages.find(({ slug, language }) => slug === "reference/core" && language === "en")?.body;
    expect(list).toContain("## Cloud Recording\n\n* [`start`](/reference/core/recording/#start): Starts it.\n");
  });

  test("leads to the place of each, in both languages", () => {
    for (const page of pages.filter(({ slug }) => slug === "reference/core"))
      for (const target of linksIn(page.body).filter((each) => each.includes("#"))) {
        const [address, place = ""] = target.split("#");
        const found = pages.find((each) => addressOf(each) === address);
        expect(found?.language).toBe(page.language);
        expect(placesIn(found?.body ?? "")).toContain(place);
      }
  });
});

test("a small entry is shown by what its symbols are, and an empty one says so", () => {
  const shown = headings("@agora-edge/core/captions", [symbol("Line"), symbol("decode", { group: "functions" })]);
  expect(shown).toEqual(["## Functions", "### `decode`", "## Types", "### `Line`"]);
  const page = referencePages([]).find(({ title }) => title === "@agora-edge/msw/vitest");
  expect(page?.body).toContain("exports nothing");
});

test("a Chinese page has the comments of symbols and members in Chinese, an English one as they are", () => {
  const [[english, chinese] = ["", ""]] = [...translations()].filter(([text]) => !text.includes("@"));
  const declaration = `interface A {\n  /**\n   * ${english.replace(" ", "\n   * ")}\n   */\n  readonly a: string;\n}`;
  const pages = pagesOf("@agora-edge/core/page", [symbol("A", { summary: english, declaration })]);
  const bodyIn = (language: string) => pages.find((page) => page.language === language)?.body ?? "";
  expect(bodyIn("zh-CN").split(chinese)).toHaveLength(3);
  expect(bodyIn("zh-CN")).not.toContain(english);
  expect(bodyIn("en")).toContain(declaration);
});
