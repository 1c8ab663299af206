import { gzip } from "./gzip.ts";
import { hasOriginal, isFinal, type CaptionMessage, type CaptionStyle } from "./message.ts";

/** A message as compressed JSON. The follow-up of 7.2.3 repeats it without its pieces. */
export const encodeJson = (message: CaptionMessage, style: CaptionStyle, isFollowUp = false): Uint8Array =>
  gzip(new TextEncoder().encode(JSON.stringify(documentOf(message, style, isFollowUp))));

function documentOf(message: CaptionMessage, style: CaptionStyle, isFollowUp: boolean): object {
  const { kind, uid, start, offset, duration, textTs, sentenceId } = message;
  const isNew = style === "7.2.3";
  const common = {
    uid,
    isFinal: isFinal(message),
    offset: isNew ? offset : start,
    duration,
    textTs,
    ...(isNew ? { sentenceId } : {}),
  };
  return kind === "transcribe"
    ? { transcript: { ...common, ...transcriptOf(message, isNew, isFollowUp) } }
    : { translation: { ...common, ...translationOf(message, style, isFollowUp) } };
}

/** In a mixed result `text` is the stable beginning alone, for clients that know no pieces. */
function transcriptOf({ language, pieces, offset, duration }: CaptionMessage, isNew: boolean, isFollowUp: boolean) {
  const stable = pieces.filter((piece) => piece.isFinal);
  const said = isNew && stable.length > 0 ? stable : pieces;
  const text = said.map((piece) => piece.text).join("");
  if (!isNew) return { language, text };
  const results = pieces.map((piece) => ({ text: piece.text, isFinal: piece.isFinal, offset, duration }));
  return { language, text, isFinal: stable.length > 0, results: isFollowUp ? [] : results };
}

function translationOf({ language, pieces, translations }: CaptionMessage, style: CaptionStyle, isFollowUp: boolean) {
  const isNew = style === "7.2.3";
  const numbered = translations.map(({ language: target, texts }, index): [string, object] => [
    `results${index}`,
    { language: target, texts },
  ]);
  const original = {
    language,
    text: pieces.map((piece) => piece.text).join(""),
    ...(isNew ? { results: pieces } : {}),
  };
  return {
    ...Object.fromEntries(numbered),
    ...(isNew ? { results: isFollowUp ? [] : translations } : {}),
    ...(hasOriginal(style) ? { original_transcript: original } : {}),
  };
}
