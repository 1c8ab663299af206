import type { SttLanguage } from "../languages/language.ts";
import type { SttV7CaptionConfig } from "./caption-config.ts";
import type { SttExtensionParams } from "./extension-params.ts";
import type { SttUidLanguages } from "./languages-config.ts";
import type { SttV7RtcConfig } from "./rtc-config.ts";
import type { SttV7TranslateConfig } from "./translate-config.ts";
import type { Absent } from "../../validation/absent.ts";

/** What a v7 agent transcribes. Agora docs: STT v7, join */
export interface SttJoinRequest {
  /**
   * Unique name of your choice, 1 to 64 characters: a second join with the name of an agent that runs is refused (409). A
   * repeat after a lost answer must have the same.
   */
  name: string;
  /** Recognised languages, 1 to 4. Two or more switch language identification on, which costs extra. */
  languages: readonly SttLanguage[];
  /** Languages of single speakers; at most 5 entries. */
  uidLanguagesConfig?: readonly SttUidLanguages[] | Absent;
  /** Words that are likely to be said, such as names; at most 500. Since 7.2. */
  keywords?: readonly string[] | Absent;
  /**
   * Ends the agent after so many seconds without a host (live) or user (communication). Default 30. Since 7.2.3 0 to
   * 259200, where 0 is never; before that, and in China, 5 to 2592000.
   */
  maxIdleTime?: number | Absent;
  /** Channel, bot, speakers. */
  rtcConfig: SttV7RtcConfig;
  /** Translates captions. */
  translateConfig?: SttV7TranslateConfig | Absent;
  /** Writes captions to a bucket. */
  captionConfig?: SttV7CaptionConfig | Absent;
  /** Where the English reference has them; the guides have them in `captionConfig`. Better there. */
  extensionParams?: SttExtensionParams | Absent;
}
