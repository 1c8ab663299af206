import type { SttLanguage } from "../languages/language.ts";
import type { SttBetaAudio, SttBetaConfig } from "./beta-request.ts";
import type { SttUidLanguages } from "./languages-config.ts";
import type { SttTranslation } from "./translate-config.ts";
import type { SttVersion } from "./version.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * What can be changed while it runs, by generation. Each field that is given replaces the whole earlier value; the others
 * stay. The service wants 5 s after the start and between updates.
 */
export type SttUpdateFields<Version extends SttVersion = SttVersion> = {
  v7: SttV7UpdateFields;
  v6: SttV6UpdateFields;
  v5: SttV5UpdateFields;
  beta: SttBetaUpdateFields;
}[Version];

/** Agora docs: STT v7, update */
export interface SttV7UpdateFields extends SttCommonUpdateFields {
  /** At most 5 entries; `[]` removes all. */
  uidLanguagesConfig?: readonly SttUidLanguages[] | Absent;
  /** At most 500. Since 7.2. */
  keywords?: readonly string[] | Absent;
}

/**
 * Agora docs: STT v6, update
 *
 * @deprecated The service of v6 ended on 2026-06-11; new projects can only use v7.
 */
export interface SttV6UpdateFields extends SttCommonUpdateFields {
  /** At most 5 entries; `[]` removes all. */
  uidLanguagesConfig?: readonly SttUidLanguages[] | Absent;
}

/**
 * Agora docs: STT v5, update
 *
 * @deprecated The service of v5 ended on 2026-06-11; new projects can only use v7.
 */
export interface SttV5UpdateFields extends SttCommonUpdateFields {
  /** Only since v6. */
  uidLanguagesConfig?: Absent;
}

/**
 * The documents describe no update of the beta; the fields of v5 and parts of the nested body can be tried.
 *
 * @deprecated The service of the beta ended on 2026-06-11; new projects can only use v7.
 */
export interface SttBetaUpdateFields extends SttV5UpdateFields {
  audio?: { agoraRtcConfig?: Partial<SttBetaAudio["agoraRtcConfig"]> | Absent } | Absent;
  config?:
    | {
        recognizeConfig?: Partial<SttBetaConfig["recognizeConfig"]> | Absent;
        translateConfig?: SttBetaConfig["translateConfig"];
      }
    | Absent;
}

export interface SttCommonUpdateFields {
  /** Recognised languages: at most 4, in v5 2. */
  languages?: readonly SttLanguage[] | Absent;
  rtcConfig?: SttUpdateRtcConfig | Absent;
  translateConfig?: SttUpdateTranslateConfig | Absent;
}

export interface SttUpdateRtcConfig {
  /** Transcribe these uids only: at most 32, in v5 3; `["all"]` for everybody. To add one, give the full list. */
  subscribeAudioUids?: readonly string[] | Absent;
  /** Transcribe everybody but these uids; at most 5. Not in v5, and not in the documents' list of what an update takes. */
  unSubscribeAudioUids?: readonly string[] | Absent;
}

export interface SttUpdateTranslateConfig {
  /** False stops translation, true starts it. */
  enable?: boolean | Absent;
  /** At most 4 sources (v5: 2) with at most 10 targets each (v5, v6: 5). */
  languages?: readonly SttTranslation[] | Absent;
}
