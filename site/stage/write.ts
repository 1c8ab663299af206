// Puts the pages where the generator finds them, and beside the built ones as Markdown.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withDiagrams } from "./diagrams.ts";
import { home } from "./home.ts";
import { exampleNames, projectOf } from "../stackblitz/projects.ts";
import { projectFile, withLiveExamples } from "./live.ts";
import { languages, type Page, pathOf } from "./page.ts";
import { repositoryUrl, root } from "./repository.ts";
import { llmsList, llmsText, markdownFiles, twinOf } from "./twins.ts";

const content = join(root, "site", "src", "content", "docs");
/** What is served as it is. */
const served = join(root, "site", ".public");

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Where it is changed: pages made from data have no file of their own. */
const editUrl = ({ source }: Page): string | false =>
  source === undefined ? false : `${repositoryUrl}/edit/main/${source}`;

function frontMatter(page: Page): string {
  const { title, description, label } = page;
  const sidebar = label === undefined ? {} : { sidebar: { label } };
  const markdown = {
    tag: "link",
    attrs: { rel: "alternate", type: "text/markdown", href: `/${twinOf(page)}` },
  };
  const fields = {
    title,
    description,
    editUrl: editUrl(page),
    head: [markdown],
    ...sidebar,
    ...(page.slug === "" ? home(page) : {}),
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join("\n");
}

export function writePages(pages: readonly Page[]): void {
  rmSync(content, { recursive: true, force: true });
  rmSync(served, { recursive: true, force: true });
  cpSync(join(root, "site", "assets"), served, { recursive: true });
  for (const page of pages) {
    const path = pathOf(page);
    const file = page.slug === "" ? join(path, "index") : path;
    const { text, extension } = withLiveExamples(page);
    write(
      join(content, `${file}.${extension}`),
      `---\n${frontMatter(page)}\n---\n\n${withDiagrams(text, page.title)}\n`,
    );
  }
  for (const [path, text] of markdownFiles(pages)) write(join(served, path), text);
  for (const name of exampleNames)
    for (const language of languages)
      write(join(served, projectFile(name, language)), JSON.stringify(projectOf(name, language)));
  write(join(served, "llms.txt"), llmsList(pages));
  write(join(served, "llms-full.txt"), llmsText(pages));
}
