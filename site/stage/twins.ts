// The pages as Markdown, for programs that read: one file beside each page, and all of them together.
import { posix } from "node:path";
import { outsideOfCode } from "./markdown.ts";
import { addressOf, languages, type Page, pathOf } from "./page.ts";

/** Where the Markdown of a page is: `errors/resource-expired.md`. */
export const twinOf = (page: Pick<Page, "language" | "slug">): string => `${pathOf(page) || "index"}.md`;

/** Links between pages become links between files. */
function withFileLinks(markdown: string, from: string, twins: ReadonlyMap<string, string>): string {
  const link = /(\]\()(\/[^)#\s]*)(#[^)\s]*)?(\))/g;
  return outsideOfCode(markdown, (text) =>
    text.replace(link, (whole, before: string, address: string, place: string | undefined, after: string) => {
      const file = twins.get(address) ?? twins.get(address.replace(/^\/zh\//, "/"));
      return file ? before + posix.relative(posix.dirname(from), file) + (place ?? "") + after : whole;
    }),
  );
}

/** Every file, by its path. */
export function markdownFiles(pages: readonly Page[]): Map<string, string> {
  const twins = new Map(pages.map((page) => [addressOf(page), twinOf(page)]));
  return new Map(
    pages.map((page) => {
      const path = twinOf(page);
      return [path, `# ${page.title}\n\n${withFileLinks(page.body, path, twins)}\n`];
    }),
  );
}

const names = { en: "English", "zh-CN": "简体中文" } as const;

/** The list of all pages, in the form of llms.txt: a title, a summary, and links with what they lead to. */
export function llmsList(pages: readonly Page[]): string {
  const parts = languages.map((language) => {
    const lines = pages
      .filter((page) => page.language === language)
      .map((page) => `- [${page.title}](${twinOf(page)}): ${page.description}`);
    return `## ${names[language]}\n\n${lines.join("\n")}`;
  });
  return [
    "# agora-edge",
    "> TypeScript SDK for Agora Cloud Recording and Real-Time Speech-to-Text, for edge functions, React and tests. Unofficial. Packages: @agora-edge/core, @agora-edge/react, @agora-edge/msw, @agora-edge/cli, @agora-edge/create.",
    ...parts,
    "",
  ].join("\n\n");
}

/** Everything in English, in one file. */
export const llmsText = (pages: readonly Page[]): string =>
  pages
    .filter(({ language }) => language === "en")
    .map(({ title, body }) => `# ${title}\n\n${body}\n`)
    .join("\n");
