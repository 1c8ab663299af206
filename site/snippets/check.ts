// `node snippets/check.ts`: compiles every block of TypeScript in the documentation.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { collectPages } from "../stage/collect.ts";
import { root } from "../stage/repository.ts";
import { findSnippets, projectFolder, writeProject } from "./project.ts";

const files = writeProject(findSnippets(await collectPages({ observed: false })));

const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", projectFolder, "--pretty", "false"], {
  cwd: projectFolder,
  encoding: "utf8",
});
if (tsc.error) throw tsc.error;

/** The place in the Markdown file that a line of the compiler is about. */
const inMarkdown = (line: string): string =>
  line.replace(/^(\d+\/.+?\.[cm]?[jt]sx?)\((\d+),(\d+)\)/, (whole, name: string, row: string, column: string) => {
    const found = files.find((file) => file.name === name);
    return found ? `${found.snippet.source}:${found.snippet.line + Number(row) - 1 - found.offset}:${column}` : whole;
  });

if (tsc.status === 0) {
  console.log(`${files.length} snippets compile`);
} else {
  console.error(tsc.stdout.split("\n").map(inMarkdown).join("\n"));
  process.exitCode = 1;
}
