import type { SttLanguage } from "../languages/language.ts";
import type { SttStorage } from "./storage.ts";
import type { SttTranslation } from "./translate-config.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * What a task of the beta transcribes: the nested body that the migration guides call 5.x.
 *
 * Agora docs: STT, migration guides
 *
 * @deprecated The service of the beta ended on 2026-06-11; new projects can only use v7: `sttAgents.join`.
 */
export interface SttBetaRequest {
  /** Where the audio comes from: channel, bots and their tokens. */
  audio: SttBetaAudio;
  /** What is recognized, and where the texts go. */
  config: SttBetaConfig;
}

export interface SttBetaAudio {
  /** Where the audio comes from. */
  subscribeSource?: "AGORARTC" | (string & {}) | Absent;
  agoraRtcConfig: SttBetaRtcConfig;
}

/** The channel and the bot that listens. At most three speakers are transcribed at once, the loudest. */
export interface SttBetaRtcConfig {
  channelName: string;
  /** The bot that listens: an integer from 1 to 4294967295 that nobody in the channel has. */
  uid: string;
  /** RTC token of that bot; needed when the project has an App Certificate. */
  token?: string | Absent;
  channelType?: "LIVE_TYPE" | (string & {}) | Absent;
  subscribeConfig?: { subscribeMode?: "CHANNEL_MODE" | (string & {}) | Absent } | Absent;
  /** `["#allStream#"]` for everybody. */
  subscribeAudioUids?: readonly string[] | Absent;
  /** Ends the task after so many seconds without a host. */
  maxIdleTime?: number | Absent;
}

export interface SttBetaConfig {
  /** At least `RECOGNIZE`. */
  features?: readonly ("RECOGNIZE" | "TRANSLATE" | (string & {}))[] | Absent;
  recognizeConfig: SttBetaRecognizeConfig;
  translateConfig?: SttBetaTranslateConfig | Absent;
}

export interface SttBetaRecognizeConfig {
  /** One language, or two with a comma between: `en-US,es-ES`. */
  language: SttLanguage;
  model?: "Model" | (string & {}) | Absent;
  /** True masks words. */
  profanityFilter?: boolean | Absent;
  connectionTimeout?: number | Absent;
  output?: SttBetaOutput | Absent;
}

export interface SttBetaOutput {
  destinations?: readonly ("AgoraRTCDataStream" | "Storage" | (string & {}))[] | Absent;
  /** The channel and the bot that sends captions. */
  agoraRTCDataStream?: SttBetaDataStream | Absent;
  /** One or several places for caption files. */
  cloudStorage?: readonly SttBetaCloudStorage[] | Absent;
}

export interface SttBetaDataStream {
  /** May be another channel than the one that is transcribed. */
  channelName?: string | Absent;
  /** The bot that sends captions: another uid than the one that listens. */
  uid: string;
  /** RTC token of that bot; needed when the project has an App Certificate. */
  token?: string | Absent;
}

export interface SttBetaCloudStorage {
  format?: "HLS" | (string & {}) | Absent;
  storageConfig: SttStorage;
}

export interface SttBetaTranslateConfig {
  /** Documented for updates alone: false stops translation, true starts it. */
  enable?: boolean | Absent;
  /** Translate at least every so many seconds. */
  forceTranslateInterval?: number | Absent;
  languages?: readonly SttTranslation[] | Absent;
}
