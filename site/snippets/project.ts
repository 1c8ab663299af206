// Every snippet of the documentation as a file of one project, as the compiler wants it.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Page, pathOf } from "../stage/page.ts";
import { find, readFile, root } from "../stage/repository.ts";
import { fileOf, type Snippet, snippetsIn } from "./extract.ts";

/** Here the names of the packages are found as in an app. */
export const projectFolder = join(root, "site", "node_modules", ".snippets");

export interface SnippetFile {
  /** From `projectFolder`. */
  readonly name: string;
  readonly snippet: Snippet;
  readonly text: string;
  /** How many lines stand before the snippet. */
  readonly offset: number;
}

/** The snippets of all Markdown files, and of the pages that are made from data. */
export function findSnippets(pages: readonly Page[]): Snippet[] {
  const files = find("*.md", "docs/**/*.md", "packages/*/README.md", "examples/*/README.md");
  return [
    ...files.flatMap((path) => snippetsIn(readFile(path), path)),
    ...pages
      .filter(({ source, language }) => source === undefined && language === "en")
      .flatMap((page) => snippetsIn(page.body, pathOf(page))),
  ];
}

const settings = () => ({
  extends: "../../../tsconfig.json",
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    isolatedModules: false,
    verbatimModuleSyntax: false,
    declaration: false,
    types: ["node"],
    paths: Object.fromEntries(
      Object.entries(JSON.parse(readFile("tsconfig.json")).compilerOptions.paths as Record<string, string[]>).map(
        ([name, paths]) => [name, paths.map((path) => join("../../..", path))],
      ),
    ),
  },
  include: ["**/*"],
  exclude: [],
});

/** Writes the project anew. */
export function writeProject(snippets: readonly Snippet[]): SnippetFile[] {
  rmSync(projectFolder, { recursive: true, force: true });
  mkdirSync(projectFolder, { recursive: true });
  const sources = [...new Set(snippets.map(({ source }) => source))];
  const names = new Set<string>();
  const files = snippets.map((snippet, index) => {
    const { source, title = `${index}.${snippet.extension}` } = snippet;
    const name = `${sources.indexOf(source)}/${title}`;
    if (names.has(name)) throw new Error(`${source} has two files with the name ${title}.`);
    names.add(name);
    const file = { name, snippet, ...fileOf(snippet) };
    mkdirSync(dirname(join(projectFolder, name)), { recursive: true });
    writeFileSync(join(projectFolder, name), file.text);
    return file;
  });
  cpSync(join(root, "site", "snippets", "ambient.txt"), join(projectFolder, "ambient.d.ts"));
  writeFileSync(join(projectFolder, "tsconfig.json"), JSON.stringify(settings()));
  return files;
}
