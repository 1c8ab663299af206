import type { TokenFacts } from "./token-facts.ts";
import type { CaptionStorage } from "./caption-storage.ts";

/** A bot in the channel. */
export interface Bot {
  readonly uid: string;
  /** Empty when not given. */
  readonly token: string;
  /** What the token says, where it can be read. */
  readonly facts: TokenFacts | null;
}

/** One language, and the languages it is translated into. */
export interface Translation {
  /** What is spoken. */
  readonly source: string;
  /** What it is translated to. */
  readonly target: readonly string[];
}

/** The languages of one speaker. */
export interface SpeakerLanguages {
  readonly uid: string;
  /** What is recognized for the speaker. */
  readonly languages: readonly string[];
}

/** What a transcription was told to do, whatever generation of the API said it. */
export interface SttConfig {
  readonly channel: string;
  /** Where captions go; only the beta could name another channel. */
  readonly captionChannel: string;
  readonly subBotUid: string;
  readonly pubBotUid: string;
  readonly bots: readonly Bot[];
  readonly languages: readonly string[];
  readonly uidLanguages: readonly SpeakerLanguages[];
  readonly keywords: readonly string[];
  /** Null: everybody. */
  readonly subscribed: readonly string[] | null;
  readonly unsubscribed: readonly string[];
  readonly translates: boolean;
  readonly translations: readonly Translation[];
  /** Seconds; 0: never. */
  readonly maxIdleTime: number;
  readonly isJson: boolean;
  /** Seconds. */
  readonly sliceDuration: number;
  readonly storages: readonly CaptionStorage[];
}

/** Whether this speaker is transcribed. */
export function isTranscribed({ subscribed, unsubscribed }: SttConfig, uid: string): boolean {
  return (subscribed === null || subscribed.includes(uid)) && !unsubscribed.includes(uid);
}

/** The languages that are recognised for a speaker. */
export function languagesOf({ languages, uidLanguages }: SttConfig, uid: string): readonly string[] {
  return uidLanguages.find((entry) => entry.uid === uid)?.languages ?? languages;
}
