import { explainState, type StateGroup } from "@agora-edge/core";
import { createContext, useContext, useMemo } from "react";
import type { PageWords } from "./en.ts";
import type { Language, Words } from "./words.ts";

export interface LanguageState extends Words {
  readonly language: Language;
  /** Differs from `language` while its words are being loaded. */
  readonly chosen: Language;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageState | null>(null);

interface Spoken {
  readonly language: Language;
  /** For `lang`, dates and numbers. */
  readonly tag: "en" | "zh-CN";
  readonly words: PageWords;
  readonly chosen: Language;
  readonly choose: (language: Language) => void;
  readonly nameState: (group: StateGroup, value: string | number) => string | undefined;
}

/** The language of the page, and the SDK's names in it. */
export function useLanguage(): Spoken {
  const state = useContext(LanguageContext);
  if (!state) throw new Error("There is no LanguageProvider above.");
  return useMemo(() => {
    const { language, page, states, chosen, choose } = state;
    return {
      language,
      tag: language === "zh" ? "zh-CN" : "en",
      words: page,
      chosen,
      choose,
      nameState: (group, value) => explainState(group, value, states ? { states } : {})?.title,
    };
  }, [state]);
}
