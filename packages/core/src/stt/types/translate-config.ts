import type { SttLanguage } from "../languages/language.ts";
import type { Absent } from "../../validation/absent.ts";

/** From one language into others. Agora docs: STT, translateConfig, languages */
export interface SttTranslation {
  /** What is spoken: one of the languages that are recognized. */
  source: SttLanguage;
  /** At most 10 (v5, v6: 5). Must not hold the source, but in v7 where several languages are recognised. */
  target: readonly SttLanguage[];
}

/** Agora docs: STT v5, start, translateConfig */
export interface SttV5TranslateConfig {
  /** At most 2 sources. */
  languages: readonly SttTranslation[];
  /** Documented for updates alone: false stops translation, true starts it. */
  enable?: boolean | Absent;
  /** Translate at least every so many seconds: 2 to 5, default 3. */
  forceTranslateInterval?: number | Absent;
}

/** Agora docs: STT v6, start, translateConfig */
export interface SttV6TranslateConfig {
  /** At most 4 sources. */
  languages: readonly SttTranslation[];
  /** Documented for updates alone: false stops translation, true starts it. */
  enable?: boolean | Absent;
  /** Only v5 had it. */
  forceTranslateInterval?: Absent;
}

/** Agora docs: STT v7, join, translateConfig */
export interface SttV7TranslateConfig {
  /** At most 4 sources. At most 5 speakers are translated at the same time. */
  languages?: readonly SttTranslation[] | Absent;
  /** Documented for updates alone: false stops translation, true starts it. */
  enable?: boolean | Absent;
  /** Seconds. Not in the documentation of v7, but sent by code of Agora's community. */
  forceTranslateInterval?: number | Absent;
}
