import { splitCode } from "../stage/markdown.ts";
import { given, givenIn } from "./given.ts";

/** A block of TypeScript in a Markdown file. */
export interface Snippet {
  readonly source: string;
  /** Of its first line of code, counted from 1. */
  readonly line: number;
  readonly extension: "ts" | "tsx" | "js" | "jsx";
  /** The file that a reader makes of it. Files of one page can import each other. */
  readonly title?: string;
  readonly code: string;
  readonly given: readonly string[];
}

const languages = ["ts", "tsx", "js", "jsx"] as const;
const opening = /^ *```(tsx?|jsx?)\b(?:.* title="([^"]+)")?/;

/** All blocks of TypeScript of a text. */
export function snippetsIn(markdown: string, source: string): Snippet[] {
  const snippets: Snippet[] = [];
  let line = 1;
  let before = "";
  for (const { isCode, text } of splitCode(markdown)) {
    const lines = text.split("\n");
    const [, written, title] = (isCode && opening.exec(lines[0] ?? "")) || [];
    const language = languages.find((name) => name === written);
    if (language) {
      snippets.push({
        source,
        line: line + 1,
        extension: language,
        ...(title === undefined ? {} : { title }),
        code: lines.slice(1, -1).join("\n"),
        given: givenIn(before) ?? [],
      });
    }
    before = lines.findLast((each) => each.trim() !== "") ?? "";
    line += lines.length;
  }
  return snippets;
}

/** A file that can be compiled, and how many lines stand in it before the snippet. */
export function fileOf({ code, given: names, source, line, extension }: Snippet): { text: string; offset: number } {
  const declarations = names.map((name) => {
    const found = given[name];
    if (!found) throw new Error(`${source}:${line}: nobody knows what "${name}" is; see site/snippets/given.ts.`);
    return found.code.replace(/\s*\n\s*/g, " ");
  });
  // JavaScript cannot declare: what it is given stands in ambient.txt.
  const before = extension.startsWith("js") ? [] : declarations;
  return { text: [...before, code, isModule(code) ? "" : "export {};"].join("\n"), offset: before.length };
}

/** What is no module of either sort would share its names with all other snippets. */
const isModule = (code: string): boolean => /^(import|export|module\.exports)\b/m.test(code);
