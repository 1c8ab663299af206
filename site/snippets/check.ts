// `node snippets/check.ts`: compiles every block of TypeScript in the documentation.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { collectPages } from "../stage/collect.ts";
import { pathOf } from "../stage/page.ts";
import { find, readFile, root } from "../stage/repository.ts";
import { fileOf, type Snippet, snippetsIn } from "./extract.ts";

// Here the names of the packages are found as in an app.
const folder = join(root, "site", "node_modules", ".snippets");

const files = find("*.md", "docs/**/*.md", "packages/*/README.md", "examples/*/README.md");
const pages = await collectPages({ observed: false });
const snippets: Snippet[] = [
  ...files.flatMap((path) => snippetsIn(readFile(path), path)),
  // Pages that are made from data.
  ...pages
    .filter(({ source, language }) => source === undefined && language === "en")
    .flatMap((page) => snippetsIn(page.body, pathOf(page))),
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const written = new Map<string, { snippet: Snippet; offset: number }>();
const sources = [...new Set(snippets.map(({ source }) => source))];
for (const [index, snippet] of snippets.entries()) {
  const { text, offset } = fileOf(snippet);
  const { source, title = `${index}.${snippet.extension}` } = snippet;
  const name = `${sources.indexOf(source)}/${title}`;
  if (written.has(name)) throw new Error(`${source} has two files with the name ${title}.`);
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  written.set(name, { snippet, offset });
}
cpSync(join(root, "site", "snippets", "ambient.txt"), join(folder, "ambient.d.ts"));
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({
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
  }),
);

const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", folder, "--pretty", "false"], {
  cwd: folder,
  encoding: "utf8",
});
if (tsc.error) throw tsc.error;

/** The place in the Markdown file that a line of the compiler is about. */
const inMarkdown = (line: string): string =>
  line.replace(/^(\d+\/.+?\.[cm]?[jt]sx?)\((\d+),(\d+)\)/, (whole, name: string, row: string, column: string) => {
    const found = written.get(name);
    return found ? `${found.snippet.source}:${found.snippet.line + Number(row) - 1 - found.offset}:${column}` : whole;
  });

if (tsc.status === 0) {
  console.log(`${snippets.length} snippets compile`);
} else {
  console.error(tsc.stdout.split("\n").map(inMarkdown).join("\n"));
  process.exitCode = 1;
}
