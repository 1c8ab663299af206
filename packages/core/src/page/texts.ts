import type { Locale } from "../errors/explanation.ts";

/** Texts by the keys of a locale: as many as a page needs without an answer. */
export type PageTexts = Partial<Locale>;

/** What a page says of its own requests in another language than English. */
export interface OwnTexts extends PageTexts {
  /** Added where a connection failed to a proxy of another origin. */
  readonly "other-origin"?: string;
}
