import type { Language } from "../stage/page.ts";
import { given, givenIn } from "./given.ts";

type Named = readonly (readonly [name: string, words: string])[];

// Chinese has no italics.
const sentences: Record<Language, (named: Named) => string> = {
  en: (named) => `*Given: ${named.map(([name, words]) => `${name}, ${words}`).join("; ")}.*`,
  "zh-CN": (named) => `本例使用：${named.map(([name, words]) => `${name}（${words}）`).join("、")}。`,
};

/** Tells the reader of the site what a snippet takes as given, where the file has a comment. */
export const sayGiven = (markdown: string, language: Language): string =>
  markdown
    .split("\n")
    .map((line) => {
      const names = givenIn(line);
      if (!names) return line;
      const say = sentences[language];
      return `${say(names.map((name) => [`\`${name}\``, given[name]?.words[language] ?? ""]))}\n`;
    })
    .join("\n");
