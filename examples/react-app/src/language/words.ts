import type { Locale, StateTexts } from "@agora-edge/core";
import { en, type PageWords } from "./en.ts";

export type Language = "en" | "zh";

/** Everything that the page says in one language: its own words, and those of the SDK. Without a catalogue: English. */
export interface Words {
  readonly page: PageWords;
  readonly errors: Locale | undefined;
  readonly states: StateTexts | undefined;
}

const english: Words = { page: en, errors: undefined, states: undefined };

/** Chinese is loaded when it is first wanted. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === "en") return english;
  const [{ zh }, { zhCN, zhCNStates }] = await Promise.all([
    import("./zh.ts"),
    import("@agora-edge/core/locales/zh-CN"),
  ]);
  return { page: zh, errors: zhCN, states: zhCNStates };
}

const stored = "studio.language";

/** What was chosen last time, else what the browser prefers. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(stored) ?? navigator.language;
  return chosen.startsWith("zh") ? "zh" : "en";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(stored, language);
}
