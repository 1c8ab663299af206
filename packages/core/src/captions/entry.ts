import type { CaptionLine, CaptionTranslation } from "./line.ts";
import type { CaptionMessage, CaptionPiece, CaptionText, TranscriptMessage } from "./message.ts";

/** A line, with what it takes to judge the messages that come after. */
export interface Entry {
  readonly line: CaptionLine;
  /** Where the line stands among the others: mostly `startTextTs`. */
  readonly order: number;
  /** `textTs` of the first and of the last message that the line is made of. */
  readonly startTextTs: number | undefined;
  readonly textTs: number | undefined;
  readonly seqnum: number | undefined;
  /** `textTs` of each translation. */
  readonly translated: ReadonlyMap<string, number>;
}

const joined = (pieces: readonly CaptionPiece[]) => pieces.map(({ text }) => text).join("");

/** The stable beginning of a mixed batch (since v7.2.3) does not end its sentence: all pieces must be final. */
export const allFinal = (pieces: readonly CaptionPiece[]) => pieces.every(({ isFinal }) => isFinal);

function samePieces(a: readonly CaptionPiece[], b: readonly CaptionPiece[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ text, isFinal }, index) => b[index]?.text === text && b[index].isFinal === isFinal)
  );
}

function endTime({ isFinal, startTime, duration }: CaptionLine): number | undefined {
  return isFinal && startTime !== undefined && duration !== undefined ? startTime + duration : undefined;
}

/** The line with changes; the same object when they change nothing. */
function changed(line: CaptionLine, changes: Partial<CaptionLine>): CaptionLine {
  const next = { ...line, ...changes };
  next.isFinal = allFinal(next.pieces);
  next.endTime = endTime(next);
  if (samePieces(line.pieces, next.pieces)) next.pieces = line.pieces;
  const keys = Object.keys(next) as (keyof CaptionLine)[];
  return keys.every((key) => next[key] === line[key]) ? line : next;
}

/** A new line from its first message. */
export function createEntry(id: string, order: number, message: TranscriptMessage): Entry {
  const { uid, sentenceId, language, pieces, startTime, duration, textTs, seqnum } = message;
  const isFinal = allFinal(pieces);
  const text = joined(pieces);
  const translations = {};
  const line = {
    id,
    uid,
    sentenceId,
    language,
    text,
    pieces,
    isFinal,
    startTime,
    duration,
    endTime: undefined,
    translations,
  };
  const translated = new Map<string, number>();
  return { line: { ...line, endTime: endTime(line) }, order, startTextTs: textTs, textTs, seqnum, translated };
}

/** Takes over what the recogniser makes of the sentence now. It replaces the text, it never adds to it. */
export function revise(entry: Entry, message: TranscriptMessage): Entry {
  const { line } = entry;
  const { pieces } = message;
  return {
    ...entry,
    textTs: message.textTs ?? entry.textTs,
    seqnum: message.seqnum ?? entry.seqnum,
    line: changed(line, {
      text: joined(pieces),
      pieces,
      language: message.language ?? line.language,
      startTime: message.startTime ?? line.startTime,
      duration: message.duration ?? line.duration,
    }),
  };
}

/** Ends a line whose final result got lost, as it stands. Should that result come late, it is still welcome. */
export function close(entry: Entry): Entry {
  if (entry.line.isFinal) return entry;
  const pieces = entry.line.pieces.map(({ text }) => ({ text, isFinal: true }));
  return { ...entry, line: changed(entry.line, { pieces }) };
}

/**
 * How much newer a message is than what the line has: 0 for a repetition, negative for a late one, undefined when it
 * cannot be told. Beta servers only count; a count that fell far is that of a new task.
 */
export function newerBy(entry: Entry, message: CaptionMessage): number | undefined {
  if (message.textTs !== undefined && entry.textTs !== undefined) return message.textTs - entry.textTs;
  if (message.seqnum === undefined || entry.seqnum === undefined) return undefined;
  const difference = message.seqnum - entry.seqnum;
  return difference > -32 ? difference : undefined;
}

const maxTranslations = 64;

/** Takes over a translation, unless it is late: an older one, or an interim one of the same time as the final one. */
export function translate(entry: Entry, { language, pieces }: CaptionText, textTs = 0): Entry {
  const { line, translated } = entry;
  const isFinal = allFinal(pieces);
  const known = Object.hasOwn(line.translations, language) ? line.translations[language] : undefined;
  // More than any task translates into: only forged messages could bring so many.
  if (!known && Object.keys(line.translations).length >= maxTranslations) return entry;
  const before = translated.get(language) ?? 0;
  const isLate = textTs < before || (textTs === before && known?.isFinal === true && !isFinal);
  if (pieces.length === 0 || isLate) return entry;
  const translation: CaptionTranslation = { language, text: joined(pieces), pieces, isFinal };
  const translations = { ...line.translations, [language]: translation };
  return {
    ...entry,
    translated: new Map(translated).set(language, textTs),
    line: known && samePieces(known.pieces, pieces) ? line : { ...line, translations },
  };
}
