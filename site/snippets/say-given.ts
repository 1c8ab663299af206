import type { Language } from "../stage/page.ts";
import { given, givenIn } from "./given.ts";

/** Tells the reader of the site what a snippet takes as given, where the file has a comment. */
export const sayGiven = (markdown: string, language: Language): string =>
  markdown
    .split("\n")
    .map((line) => {
      const names = givenIn(line);
      if (!names) return line;
      const parts = names.map(
        (name) => `\`${name}\`${language === "en" ? ", " : "："}${given[name]?.words[language] ?? ""}`,
      );
      return language === "en" ? `*Given: ${parts.join("; ")}.*\n` : `*已有：${parts.join("；")}。*\n`;
    })
    .join("\n");
