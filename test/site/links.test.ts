import { posix } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { sidebar, slugsIn } from "../../site/sidebar.ts";
import { collectPages } from "../../site/stage/collect.ts";
import { guideFiles } from "../../site/stage/guides.ts";
import { linksIn, resolveLink } from "../../site/stage/links.ts";
import { placesIn } from "../../site/stage/markdown.ts";
import { addressOf, type Page } from "../../site/stage/page.ts";
import { exists, find, readFile } from "../../site/stage/repository.ts";

const files = find("*.md", "docs/**/*.md", "packages/*/README.md", "examples/**/*.md", "bench/*.md");

let pages: Page[];
beforeAll(async () => {
  pages = await collectPages({ observed: false });
});

test("every link of every Markdown file leads to a file that exists, and to a place in it", () => {
  const broken = files.flatMap((source) =>
    linksIn(readFile(source))
      .filter((target) => {
        const link = resolveLink(source, target);
        if (!link) return false;
        if (!exists(link.path)) return true;
        return link.hash !== "" && posix.extname(link.path) === ".md" && !placesIn(readFile(link.path)).has(link.hash);
      })
      .map((target) => `${source}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("what a registry shows has whole addresses: its pages know no folders of this repository", () => {
  const relative = find("packages/*/README.md").flatMap((source) =>
    linksIn(readFile(source))
      .filter((target) => !/^(https:|#)/.test(target))
      .map((target) => `${source}: ${target}`),
  );
  expect(relative).toEqual([]);
});

test("every link between pages leads to a page of the site, and to a place on it", () => {
  const places = new Map(pages.map((page) => [addressOf(page), placesIn(page.body)]));
  // A page that is not translated yet is shown in English.
  const find = (address: string) => places.get(address) ?? places.get(address.replace(/^\/zh\//, "/"));
  const broken = pages.flatMap((page) =>
    linksIn(page.body)
      .filter((target) => {
        const [address = "", hash] = target.split("#");
        if (address !== "" && !address.startsWith("/")) return !target.startsWith("https:");
        const found = address === "" ? places.get(addressOf(page)) : find(address);
        return !found || (hash !== undefined && !found.has(hash));
      })
      .map((target) => `${addressOf(page)}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("a Chinese page leads to Chinese pages", () => {
  const pagesOfFiles = guideFiles();
  const chinese = new Set(
    [...pagesOfFiles.values()].flatMap(({ language, slug }) => (language === "zh-CN" ? [slug] : [])),
  );
  const english = files
    .filter((source) => source.startsWith("docs/zh/"))
    .flatMap((source) =>
      linksIn(readFile(source))
        .filter((target) => {
          const page = pagesOfFiles.get(resolveLink(source, target)?.path ?? "");
          return page?.language === "en" && chinese.has(page.slug);
        })
        .map((target) => `${source}: ${target}`),
    );
  expect(english).toEqual([]);
});

test("every page is offered once beside the text, but for the first one", () => {
  const offered = slugsIn([...sidebar]);
  const slugs = [...new Set(pages.map(({ slug }) => slug))].filter((slug) => slug !== "");
  expect(offered.toSorted()).toEqual(slugs.toSorted());
});

test("no two pages share an address", () => {
  const addresses = pages.map(addressOf);
  expect(new Set(addresses).size).toBe(addresses.length);
});
