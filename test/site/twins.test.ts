import { expect, test } from "vitest";
import { collectPages } from "../../site/stage/collect.ts";
import { llmsList, llmsText, markdownFiles } from "../../site/stage/twins.ts";

const pages = await collectPages({ observed: false });
const files = markdownFiles(pages);

test("every page has a Markdown file, whose links lead to other files", () => {
  expect(files.size).toBe(pages.length);
  expect(files.get("errors/resource-expired.md")).toContain("[By number](numbers.md)");
  expect(files.get("errors/numbers.md")).toContain("(resource-expired.md)");
});

test("llms.txt leads to the Markdown of every page, and llms-full.txt has all texts", () => {
  const list = llmsList(pages);
  for (const path of files.keys()) expect.soft(list).toContain(`](${path})`);
  const text = llmsText(pages);
  for (const { title } of pages.filter(({ language }) => language === "en")) expect.soft(text).toContain(`# ${title}`);
});

test("every page is there in English and in Chinese", () => {
  const slugs = (language: string) => pages.filter((page) => page.language === language).map(({ slug }) => slug);
  expect(slugs("zh-CN").toSorted()).toEqual(slugs("en").toSorted());
});
