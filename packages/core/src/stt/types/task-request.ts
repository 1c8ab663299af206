import type { SttLanguage } from "../languages/language.ts";
import type { SttBetaRequest } from "./beta-request.ts";
import type { SttCaptionConfig } from "./caption-config.ts";
import type { SttUidLanguages } from "./languages-config.ts";
import type { SttV5RtcConfig, SttV6RtcConfig } from "./rtc-config.ts";
import type { SttV5TranslateConfig, SttV6TranslateConfig } from "./translate-config.ts";
import type { SttTaskVersion } from "./version.ts";
import type { Absent } from "../../validation/absent.ts";

/** The body of start, by generation. */
export type SttTaskRequest<Version extends SttTaskVersion = SttTaskVersion> = {
  v6: SttV6Request;
  v5: SttV5Request;
  beta: SttBetaRequest;
}[Version];

/**
 * What a v6 task transcribes.
 *
 * Agora docs: STT v6, start
 *
 * @deprecated The service of v6 ended on 2026-06-11; new projects can only use v7: `sttAgents.join`.
 */
export interface SttV6Request extends SttFlatRequest {
  /** Recognised languages, 1 to 4. Two or more switch language identification on, which costs extra. */
  languages: readonly SttLanguage[];
  /** Languages of single speakers; at most 5 entries. */
  uidLanguagesConfig?: readonly SttUidLanguages[] | Absent;
  /** Channel, bots, speakers. */
  rtcConfig: SttV6RtcConfig;
  /** Translates captions. */
  translateConfig?: SttV6TranslateConfig | Absent;
}

/**
 * What a v5 task transcribes.
 *
 * Agora docs: STT v5, start
 *
 * @deprecated The service of v5 ended on 2026-06-11; new projects can only use v7: `sttAgents.join`.
 */
export interface SttV5Request extends SttFlatRequest {
  /** Recognised languages, 1 or 2. Two switch language identification on, which costs extra. */
  languages: readonly SttLanguage[];
  /** Channel, bots, speakers. */
  rtcConfig: SttV5RtcConfig;
  /** Translates captions. */
  translateConfig?: SttV5TranslateConfig | Absent;
  /** Only since v6. */
  uidLanguagesConfig?: Absent;
}

/** What v5 and v6 have in common. */
export interface SttFlatRequest {
  /** Ends the task after so many seconds without a host (live) or user (communication): 5 to 2592000, default 30. */
  maxIdleTime?: number | Absent;
  /** Writes captions to a bucket. */
  captionConfig?: SttCaptionConfig | Absent;
}
