import type { ExplanationText, Locale } from "../errors/explanation.ts";

/** The Chinese texts of what a page says without an answer, once a Chinese page has asked for them. */
let chinese: Partial<Locale> = {};

export const chineseTexts = (): Partial<Locale> => chinese;

export const chineseText = (key: keyof Locale): ExplanationText | undefined => chinese[key];

/** Gets them, where the page is Chinese: with its first request, because later there may be no network. */
export async function loadTranslations(locale: string | undefined): Promise<void> {
  if (!/^zh\b/i.test(locale ?? globalThis.navigator?.language ?? "")) return;
  // Offline: English has to do.
  ({ chinese } = await import("./zh-CN.ts").catch(() => ({ chinese })));
}
