import { allFinal, createEntry, newerBy, revise, translate } from "./entry.ts";
import { createLines, type Lines, type Place } from "./lines.ts";
import type { TranscriptMessage, TranslationMessage } from "./message.ts";

/** Everything that a store has understood. */
export interface CaptionState {
  readonly lines: Lines;
  /** Translations that came before their line. */
  waiting: readonly TranslationMessage[];
}

export const createCaptionState = (maxLines: number): CaptionState => ({ lines: createLines(maxLines), waiting: [] });

/** A translation comes seconds after its line, if at all: what is pushed out of here will not be missed. */
const maxWaiting = 32;

/** The line that a transcription continues, if there is one. */
function findContinued(lines: Lines, message: TranscriptMessage): Place | undefined {
  if (message.sentenceId !== undefined) return lines.find(message.uid, message.sentenceId);
  const last = lines.recentOf(message.uid).at(-1);
  // What is not newer than a final line is about that line: a repetition, or late.
  return last && (!last.entry.line.isFinal || (newerBy(last.entry, message) ?? 1) <= 0) ? last : undefined;
}

function mergeText(lines: Lines, message: TranscriptMessage, newId: () => string): void {
  const { pieces, textTs } = message;
  if (pieces.length === 0) return;
  const continued = findContinued(lines, message);
  if (continued) {
    const { entry } = continued;
    const isLate = (newerBy(entry, message) ?? 0) < 0 || (entry.line.isFinal && !allFinal(pieces));
    if (!isLate) lines.replace(continued, revise(entry, message));
  } else if (pieces.some(({ text }) => text !== "")) {
    // By the time of its first message; by arrival where servers send no time.
    lines.insert(createEntry(newId(), textTs ?? lines.lastOrder() ?? 0, message));
  }
}

/** The line that a translation belongs to, if it is there. Servers before v7.2 tell by the time alone. */
function findTranslated(lines: Lines, { uid, sentenceId, textTs }: TranslationMessage): Place | undefined {
  if (sentenceId !== undefined) return lines.find(uid, sentenceId);
  return lines.recentOf(uid).findLast(({ entry }) => {
    if (textTs === undefined || entry.startTextTs === undefined || entry.textTs === undefined) return false;
    return entry.startTextTs <= textTs && textTs <= entry.textTs;
  });
}

/** False when the line is not there. */
function attach(lines: Lines, message: TranslationMessage): boolean {
  const target = findTranslated(lines, message);
  if (!target) return false;
  let { entry } = target;
  for (const text of message.translations) entry = translate(entry, text, message.textTs);
  lines.replace(target, entry);
  return true;
}

/** Merges a transcript, and the translations that waited for it. */
export function mergeTranscript(state: CaptionState, message: TranscriptMessage, newId: () => string): void {
  const { lines } = state;
  mergeText(lines, message, newId);
  state.waiting = state.waiting.filter((translation) => translation.uid !== message.uid || !attach(lines, translation));
}

/** Merges a translation. If its line is missing, the translation brings the line along or waits for it. */
export function mergeTranslation(state: CaptionState, message: TranslationMessage, newId: () => string): void {
  if (message.translations.every(({ pieces }) => pieces.length === 0)) return;
  const { original } = message;
  if (attach(state.lines, message)) return;
  if (original) mergeTranscript(state, { ...message, kind: "transcript", ...original }, newId);
  if (!attach(state.lines, message)) state.waiting = [...state.waiting, message].slice(-maxWaiting);
}
