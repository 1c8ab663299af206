// The comments of declarations, and their Chinese. `reference/zh-CN` has it, by the English text in one line.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readFile, root } from "../stage/repository.ts";

const folder = "site/reference/zh-CN";

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const comment = /([ \t]*)\/\*\*([\s\S]*?)\*\//g;

/** The text of a comment without its stars, in one line. */
const textOf = (inner: string): string => inOneLine(inner.replace(/\n\s*\* ?/g, " "));

let known: ReadonlyMap<string, string> | undefined;

/** All that is translated, read once. */
export function translations(): ReadonlyMap<string, string> {
  known ??= new Map(
    readdirSync(join(root, folder)).flatMap((file) => {
      const texts: Readonly<Record<string, string>> = JSON.parse(readFile(`${folder}/${file}`));
      return Object.entries(texts);
    }),
  );
  return known;
}

/** Every text that wants a translation: what is said of the symbol, and of its members. */
export const textsOf = ({ summary, declaration }: { summary: string; declaration: string }): string[] =>
  [inOneLine(summary), ...[...declaration.matchAll(comment)].map(([, , inner = ""]) => textOf(inner))].filter(Boolean);

/** In Chinese; as it is where nobody has translated it. */
export const inChinese = (text: string): string => translations().get(inOneLine(text)) ?? text;

/** A line of Chinese is as wide as two of its length in Latin letters. */
const longest = 52;

/** Lines that end where a sentence or a part of one does; a tag begins its own. */
function lines(text: string): string[] {
  const parts = text
    .replace(/\s*@(?=param|returns|throws|deprecated|see|default|example)/g, "\n@")
    .split(/\n|(?<=[。；，])/);
  return parts.reduce<string[]>((all, part) => {
    const last = all.at(-1);
    const fits = last !== undefined && !part.startsWith("@") && last.length + part.length <= longest;
    return fits ? [...all.slice(0, -1), last + part] : [...all, part];
  }, []);
}

/** The declaration with comments in Chinese. */
export const withChineseComments = (declaration: string): string =>
  declaration.replace(comment, (whole: string, indent: string, inner: string) => {
    const text = translations().get(textOf(inner));
    if (text === undefined) return whole;
    const all = lines(text);
    if (all.length === 1) return `${indent}/** ${text} */`;
    return [`${indent}/**`, ...all.map((line) => `${indent} * ${line}`), `${indent} */`].join("\n");
  });
