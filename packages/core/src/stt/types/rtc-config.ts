import type { SttCryption } from "./cryption.ts";
import type { SttSpeakerInclusion, SttSpeakers } from "./speakers.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * The channel and the bots of a v5 task.
 *
 * Agora docs: STT v5, start, rtcConfig
 *
 * @deprecated The service of v5 ended on 2026-06-11; new projects can only use v7.
 */
export type SttV5RtcConfig = SttChannel & SttTwoBots & SttV5Transfer & SttCryption & SttSpeakerInclusion;

/**
 * The channel and the bots of a v6 task.
 *
 * Agora docs: STT v6, start, rtcConfig
 *
 * @deprecated The service of v6 ended on 2026-06-11; new projects can only use v7.
 */
export type SttV6RtcConfig = SttChannel & SttTwoBots & SttNoTransfer & SttCryption & SttSpeakers;

/** The channel and the bot of a v7 agent. Agora docs: STT v7, join, rtcConfig */
export type SttV7RtcConfig = SttChannel & SttOneBot & SttNoTransfer & SttCryption & SttSpeakers;

export interface SttChannel {
  /** The channel to transcribe; captions go to the same channel. */
  channelName: string;
  /** True sends captions as JSON with gzip, false as protobuf. Default false. */
  enableJsonProtocol?: boolean | Absent;
}

export interface SttTwoBots {
  /** The bot that listens: an integer from 1 to 4294967295 that nobody in the channel has. */
  subBotUid: string;
  /** RTC token of that bot; needed when the project has an App Certificate. */
  subBotToken?: string | Absent;
  /** The bot that sends captions: an integer from 1 to 4294967295 that nobody in the channel has, the other bot included. */
  pubBotUid: string;
  /** RTC token of that bot; needed when the project has an App Certificate. */
  pubBotToken?: string | Absent;
}

export interface SttOneBot {
  /** The bot that listens and sends captions: an integer from 1 to 4294967295 that nobody in the channel has. */
  pubBotUid: string;
  /** RTC token of the bot; needed when the project has an App Certificate. */
  pubBotToken?: string | Absent;
  /** @deprecated The service uses `pubBotUid` for both. */
  subBotUid?: string | Absent;
  /** @deprecated The service uses `pubBotToken` for both. */
  subBotToken?: string | Absent;
}

export interface SttV5Transfer {
  /** How captions are pushed. Default presumably `["RTC"]`. */
  transferMode?: readonly ("RTC" | "RTM" | (string & {}))[] | Absent;
}

export interface SttNoTransfer {
  /** Only v5 had it; captions come over RTC. */
  transferMode?: Absent;
}
