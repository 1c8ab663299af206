import { createContext, useContext } from "react";
import { en, type Words } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

/** The languages of the panel. */
export type DevtoolsLocale = "en" | "zh-CN";

/** The words of a language, as a BCP 47 tag; by default that of the browser. */
export function wordsOf(locale: string | undefined): Words {
  return /^zh\b/i.test(locale ?? globalThis.navigator?.language ?? "") ? zhCN : en;
}

export const WordsContext = /* @__PURE__ */ createContext(en);

export const useWords = (): Words => useContext(WordsContext);
