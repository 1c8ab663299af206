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
  const [chosen, setChosen] = useState(language);

  useEffect(() => {
    document.documentElement.lang = spoken.language === "zh" ? "zh-CN" : "en";
    document.title = spoken.words.page.title;
  }, [spoken]);

  useEffect(() => {
    if (chosen === spoken.language) return;
    let isOutdated = false;
    loadWords(chosen).then(
      (loaded) => {
        if (!isOutdated) setSpoken({ language: chosen, words: loaded });
      },
      // Offline: the page goes on in the language that it has.
      () => {
        if (!isOutdated) setChosen(spoken.language);
      },
    );
    return () => {
      isOutdated = true;
    };
  }, [chosen, spoken.language]);

  const state = useMemo(() => {
    const choose = (next: Language) => {
      setChosen(next);
      rememberLanguage(next);
    };
    return { ...spoken.words, language: spoken.language, chosen, choose };
  }, [spoken, chosen]);

  return <LanguageContext value={state}>{children}</LanguageContext>;
}
