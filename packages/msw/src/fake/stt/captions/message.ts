import type { SttRelease } from "../../settings/options.ts";

/** A piece of recognised text. */
export interface Piece {
  readonly text: string;
  readonly isFinal: boolean;
}

export interface TranslatedPiece {
  readonly language: string;
  readonly texts: readonly string[];
  readonly isFinal: boolean;
}

/** One result, before it is written in one of the two formats. */
export interface CaptionMessage {
  readonly kind: "transcribe" | "translate";
  /** The user who spoke. */
  readonly uid: number;
  readonly language: string;
  readonly pieces: readonly Piece[];
  /** Of a translation; a transcription has no such field. */
  readonly translations: readonly TranslatedPiece[];
  /** When the sentence began: Unix ms, and ms since the transcription began. */
  readonly start: number;
  readonly offset: number;
  readonly duration: number;
  readonly textTs: number;
  readonly sentenceId: number;
  /** Number of the message, for the beta. */
  readonly number: number;
}

/** The version of the sender: captions gained fields over the years. */
export type CaptionStyle = "beta" | "v5-v6" | SttRelease;

/** Everything said in it will stay. */
export function isFinal({ kind, pieces, translations }: CaptionMessage): boolean {
  const parts = kind === "transcribe" ? pieces : translations;
  return parts.length > 0 && parts.every((part) => part.isFinal);
}

export const hasSentenceId = (style: CaptionStyle): boolean => style === "7.2" || style === "7.2.3";

/** v7 repeats what was translated. */
export const hasOriginal = (style: CaptionStyle): boolean => style !== "beta" && style !== "v5-v6";
