import { useEffect, useMemo, useState, type ReactNode } from "react";
import { LanguageContext } from "./use-language.ts";
import { loadWords, rememberLanguage, type Language, type Words } from "./words.ts";

interface Props {
  /** Which to begin with, and its words: they are there before the first paint. */
  language: Language;
  words: Words;
  children: ReactNode;
}

export function LanguageProvider({ language, words, children }: Props) {
  const [spoken, setSpoken] = useState({ language, words });

  useEffect(() => {
    document.documentElement.lang = spoken.language === "zh" ? "zh-CN" : "en";
    document.title = spoken.words.page.title;
  }, [spoken]);

  const state = useMemo(() => {
    const choose = async (next: Language) => {
      setSpoken({ language: next, words: await loadWords(next) });
      rememberLanguage(next);
    };
    return { ...spoken.words, language: spoken.language, choose: (next: Language) => void choose(next) };
  }, [spoken]);

  return <LanguageContext value={state}>{children}</LanguageContext>;
}
