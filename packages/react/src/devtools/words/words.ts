import { createContext, useContext } from "react";
import { en, type Words } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

/** The languages of the panel. */
export type DevtoolsLocale = "en" | "zh-CN";

/** The words of a language; by default that of the page, else of the browser. */
export function wordsOf(locale: DevtoolsLocale | undefined): Words {
  const { document, navigator } = globalThis;
  const language = locale ?? (document?.documentElement.lang || navigator?.language);
  return /^zh\b/i.test(language ?? "") ? zhCN : en;
}

export const WordsContext = /* @__PURE__ */ createContext(en);

export const useWords = (): Words => useContext(WordsContext);
