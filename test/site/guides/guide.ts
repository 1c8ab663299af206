import { readFileSync } from "node:fs";
import { join } from "node:path";
import { splitCode } from "../../../site/stage/markdown.ts";
import { root } from "../../../site/stage/repository.ts";

/** What a reader of a guide types in. */
export interface Guide {
  readonly files: ReadonlyMap<string, string>;
  /** What the guide lets npm install. */
  readonly packages: readonly string[];
  /** All lines of its shell. */
  readonly commands: readonly string[];
}

/** The guide in `docs/{name}.md`, on other ports than those that it names. */
export function readGuide(name: string, ports: Readonly<Record<string, number>> = {}): Guide {
  let markdown = readFileSync(join(root, "docs", `${name}.md`), "utf8");
  for (const [written, port] of Object.entries(ports)) markdown = markdown.replaceAll(written, String(port));
  const files = new Map<string, string>();
  const commands: string[] = [];
  for (const { isCode, text } of splitCode(markdown)) {
    if (!isCode) continue;
    const [opening = "", ...lines] = text.split("\n").slice(0, -1);
    const title = /title="([^"]+)"/.exec(opening)?.[1];
    if (title) files.set(title, `${lines.join("\n")}\n`);
    else if (opening === "```sh") commands.push(...lines);
  }
  const packages = commands.flatMap((line) => /^npm install (?:--save-dev )?(.+)$/.exec(line)?.[1]?.split(" ") ?? []);
  return { files, packages, commands };
}
