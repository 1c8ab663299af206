/** The payload of one `stream-message` event. */
export type CaptionData = Uint8Array | ArrayBuffer;

/** A run of text whose finality is one. The pieces of a text follow each other without a separator. */
export interface CaptionPiece {
  /** A part of the sentence, blanks included. */
  readonly text: string;
  /** The recogniser will not change this piece any more. Agora docs: it does not mean that the sentence is complete. */
  readonly isFinal: boolean;
}

/** A text in one language. */
export interface CaptionText<Language = string> {
  /** Language code, such as `en-US`. */
  readonly language: Language;
  /**
   * What is known of the text now. Since v7.2.3 a stable beginning and a tail that still changes may come together.
   * An empty list says nothing and changes nothing.
   */
  readonly pieces: readonly CaptionPiece[];
}

interface MessageFields {
  /** The speaker, as a decimal number. The RTC SDK has numbers: compare with `String(user.uid)`. */
  readonly uid: string;
  /** Names the sentence, in its transcription and in its translations. Opaque. Since v7.2 (March 2026). */
  readonly sentenceId: string | undefined;
  /**
   * `text_ts` or `textTs`, ms since the epoch: when the text was recognised. Agora docs: ever-increasing within a task,
   * equal in a text and its translations. Only beta servers do without.
   */
  readonly textTs: number | undefined;
  /**
   * `time` or `offset`, ms since the epoch: when the speech began. Protobuf has it in final results only. The offsets
   * of JSON since v7.2.3 are small numbers whose zero point is not documented; they are left out.
   */
  readonly startTime: number | undefined;
  /** `duration_ms` or `duration`: length of the speech in ms. */
  readonly duration: number | undefined;
  /** Number of the message. Only beta servers send it. */
  readonly seqnum: number | undefined;
}

/** What a user said. */
export interface TranscriptMessage extends MessageFields, CaptionText<string | undefined> {
  readonly kind: "transcript";
}

/** What a user said, in other languages. */
export interface TranslationMessage extends MessageFields {
  readonly kind: "translation";
  /** One text for each target language of the message. */
  readonly translations: readonly CaptionText[];
  /** The text that was translated. Since v7. */
  readonly original: CaptionText<string | undefined> | undefined;
}

/** What the bot of a Speech-to-Text task says in the channel, whichever encoding it came in. */
export type CaptionMessage = TranscriptMessage | TranslationMessage;
