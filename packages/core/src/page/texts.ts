import type { Locale } from "../errors/explanation.ts";

/** Texts by the keys of a locale: as many as a page needs without an answer. */
export type PageTexts = Partial<Locale>;
