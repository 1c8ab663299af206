import type { SttLanguage } from "../languages/language.ts";

/** Languages of one speaker, instead of those of the task. Agora docs: STT v6 and v7, uidLanguagesConfig */
export interface SttUidLanguages {
  /** The speaker. */
  uid: string;
  /** At most 4. */
  languages: readonly SttLanguage[];
}
