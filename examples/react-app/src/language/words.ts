import type { StateTexts } from "@agora-edge/core";
import { en, type PageWords } from "./en.ts";

export type Language = "en" | "zh";

/** What the page says in one language: its own words, and the SDK's names of states, which are in English without. */
export interface Words {
  readonly page: PageWords;
  readonly states: StateTexts | undefined;
}

const english: Words = { page: en, states: undefined };

/** Chinese is loaded when it is first wanted. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === "en") return english;
  const [{ zh }, { zhCNStates }] = await Promise.all([import("./zh.ts"), import("@agora-edge/core/locales/zh-CN")]);
  return { page: zh, states: zhCNStates };
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
