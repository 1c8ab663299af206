/** Something that somebody says. */
export interface CaptionLine {
  readonly uid: string | number;
  /** The whole sentence, or the pieces in which it is recognised, blanks included. */
  readonly text: string | readonly string[];
  /** Default: the first language that is recognised for the speaker. */
  readonly language?: string;
  /** By target language; several texts are parts. A target without one gets the text with the language before it. */
  readonly translations?: Readonly<Record<string, string | readonly string[]>>;
  /** Ms of silence before it. Default: 500 */
  readonly after?: number;
  /** Ms from one result to the next. Default: 300 */
  readonly every?: number;
  /** Results on the way tell apart what stays and what may change. Default: false */
  readonly mixed?: boolean;
  /** `false`: the final result is lost. Default: true */
  readonly final?: boolean;
}

const mostPieces = 3;

/** A sentence as it is recognised: a few words at a time, or letters where no blanks are written. */
export function piecesOf(text: string | readonly string[]): readonly string[] {
  if (typeof text !== "string") return text;
  const words = text.match(/\S+\s*/g) ?? [];
  const units = words.length > 1 ? words : Array.from(text);
  const size = Math.max(1, Math.ceil(units.length / mostPieces));
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += size) pieces.push(units.slice(at, at + size).join(""));
  return pieces;
}

/** What a line means in another language. */
export function translated(line: CaptionLine, language: string): readonly string[] {
  const given = line.translations?.[language];
  if (given !== undefined) return typeof given === "string" ? [given] : given;
  return [`[${language}] ${piecesOf(line.text).join("")}`];
}
