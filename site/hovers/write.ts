// What the names of each snippet are goes to two files: where they stand, for the build, and what is shown, for the page.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SnippetFile } from "../snippets/project.ts";
import { root } from "../stage/repository.ts";
import { explainNames, type Name } from "./quick-info.ts";

const places = join(root, "site", ".hovers");
const served = join(root, "site", ".public", "hovers");

/** What the files of a snippet are called: the same code, in two languages, has the same files. */
export const hoversId = (code: string): string => createHash("sha256").update(code).digest("hex").slice(0, 12);

/** Where the names of a block of code stand. Nothing is known of code that is no snippet. */
export function namesOf(code: string): Name[] {
  const path = join(places, `${hoversId(code)}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

export function writeHovers(files: readonly SnippetFile[]): void {
  const byId = new Map(files.map((file) => [hoversId(file.snippet.code), file]));
  const hovers = explainNames([...byId.values()]);
  for (const folder of [places, served]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  for (const [index, id] of [...byId.keys()].entries()) {
    const { names = [], tips = [] } = hovers[index] ?? {};
    writeFileSync(join(places, `${id}.json`), JSON.stringify(names));
    writeFileSync(
      join(served, `${id}.json`),
      JSON.stringify(tips.map(({ type, text }) => `<pre>${type}</pre>${text}`)),
    );
  }
}
