import type { CaptionPiece } from "./message.ts";

/** The translation of a line into one language. */
export interface CaptionTranslation {
  /** The target language, such as `es-ES`. */
  readonly language: string;
  /** The translation so far. */
  readonly text: string;
  /** The text in pieces, for those who show a stable beginning in another colour. */
  readonly pieces: readonly CaptionPiece[];
  /** No piece will change any more. Can be true before the line itself is final, and false long after. */
  readonly isFinal: boolean;
}

/** One sentence of one speaker, as far as it is known. Never mutated: a change makes a new object of the same `id`. */
export interface CaptionLine {
  /** Stays as long as the line does and is never used again: a key for lists. */
  readonly id: string;
  /** The speaker, as a decimal number. The RTC SDK has numbers: compare with `String(user.uid)`. */
  readonly uid: string;
  /** The service's name for the sentence. Since v7.2; opaque. */
  readonly sentenceId: string | undefined;
  /** Language code of what was said, such as `en-US`. */
  readonly language: string | undefined;
  /** What was said so far, in the language of the speaker. */
  readonly text: string;
  /** The text in pieces, for those who show a stable beginning in another colour. */
  readonly pieces: readonly CaptionPiece[];
  /** No piece will change any more, or the speaker went on to the next sentence. Screen readers want only such. */
  readonly isFinal: boolean;
  /** When the speech began, ms since the epoch. Mostly unknown before the line is final. */
  readonly startTime: number | undefined;
  /** Length of the speech in ms. */
  readonly duration: number | undefined;
  /** When the speech ended, ms since the epoch. Only of a final line whose start and duration are known. */
  readonly endTime: number | undefined;
  /** By language code. One may come after the line turned final. */
  readonly translations: Readonly<Record<string, CaptionTranslation>>;
}

/** What a caption store knows. Never mutated, and replaced only when something changed. */
export interface CaptionSnapshot {
  /** In the order in which the sentences began, all speakers together. */
  readonly lines: readonly CaptionLine[];
  /** How many payloads were no caption messages. Late and repeated messages are not among them. */
  readonly dropped: number;
}
