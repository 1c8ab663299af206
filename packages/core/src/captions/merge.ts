import { allFinal, close, createEntry, type Entry, newerBy, revise, translate } from "./entry.ts";
import type { TranscriptMessage, TranslationMessage } from "./message.ts";

/** Everything that a store has understood. The rules below never mutate it. */
export interface CaptionState {
  /** In the order of the lines. */
  readonly entries: readonly Entry[];
  /** Translations that came before their line. */
  readonly waiting: readonly TranslationMessage[];
}

/** A translation comes seconds after its line, if at all: what is pushed out of here will not be missed. */
const maxWaiting = 32;

const replace = (entries: readonly Entry[], old: Entry, next: Entry) =>
  old === next ? entries : entries.map((entry) => (entry === old ? next : entry));

/** The line that a transcription continues, if there is one. */
function findContinued(own: readonly Entry[], message: TranscriptMessage): Entry | undefined {
  if (message.sentenceId !== undefined) return own.find(({ line }) => line.sentenceId === message.sentenceId);
  const last = own.at(-1);
  // What is not newer than a final line is about that line: a repetition, or late.
  return last && (!last.line.isFinal || (newerBy(last, message) ?? 1) <= 0) ? last : undefined;
}

function append(entries: readonly Entry[], message: TranscriptMessage, newId: () => string): readonly Entry[] {
  if (message.pieces.every(({ text }) => text === "")) return entries;
  // By the time of its first message; by arrival where servers send no time.
  const order = message.textTs ?? entries.at(-1)?.order ?? 0;
  const index = entries.findLastIndex((entry) => entry.order <= order) + 1;
  const isOfSpeaker = ({ line }: Entry) => line.uid === message.uid;
  // Only the newest line of a speaker is open: a new one closes the one before, one that comes late is closed at once.
  const before = entries.slice(0, index).map((entry) => (isOfSpeaker(entry) ? close(entry) : entry));
  const after = entries.slice(index);
  const entry = createEntry(newId(), order, message);
  return [...before, after.some(isOfSpeaker) ? close(entry) : entry, ...after];
}

function mergeText(entries: readonly Entry[], message: TranscriptMessage, newId: () => string): readonly Entry[] {
  if (message.pieces.length === 0) return entries;
  const own = entries.filter(({ line }) => line.uid === message.uid);
  const continued = findContinued(own, message);
  if (!continued) return append(entries, message, newId);
  const isLate = (newerBy(continued, message) ?? 0) < 0 || (continued.line.isFinal && !allFinal(message.pieces));
  return isLate ? entries : replace(entries, continued, revise(continued, message));
}

/** The line that a translation belongs to, if it is there. Servers before v7.2 tell by the time alone. */
function findTranslated(entries: readonly Entry[], { uid, sentenceId, textTs }: TranslationMessage): Entry | undefined {
  return entries.findLast((entry) => {
    if (entry.line.uid !== uid) return false;
    if (sentenceId !== undefined) return entry.line.sentenceId === sentenceId;
    if (textTs === undefined || entry.startTextTs === undefined || entry.textTs === undefined) return false;
    return entry.startTextTs <= textTs && textTs <= entry.textTs;
  });
}

/** Undefined when the line is not there. */
function attach(entries: readonly Entry[], message: TranslationMessage): readonly Entry[] | undefined {
  const target = findTranslated(entries, message);
  if (!target) return undefined;
  let entry = target;
  for (const text of message.translations) entry = translate(entry, text, message.textTs);
  return replace(entries, target, entry);
}

/** Merges what somebody said, and the translations that waited for it. */
export function mergeTranscript(state: CaptionState, message: TranscriptMessage, newId: () => string): CaptionState {
  let entries = mergeText(state.entries, message, newId);
  if (entries === state.entries) return state;
  const waiting = state.waiting.filter((translation) => {
    if (translation.uid !== message.uid) return true;
    const attached = attach(entries, translation);
    if (attached) entries = attached;
    return !attached;
  });
  return { entries, waiting };
}

/** Merges a translation. One without its line brings the line along, or else waits for it. */
export function mergeTranslation(state: CaptionState, message: TranslationMessage, newId: () => string): CaptionState {
  if (message.translations.every(({ pieces }) => pieces.length === 0)) return state;
  const { original } = message;
  const attached = attach(state.entries, message);
  if (attached) return { ...state, entries: attached };
  const next = original ? mergeTranscript(state, { ...message, kind: "transcript", ...original }, newId) : state;
  const entries = attach(next.entries, message);
  return entries ? { ...next, entries } : { ...next, waiting: [...next.waiting, message].slice(-maxWaiting) };
}
