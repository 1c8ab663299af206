import type { CaptionPiece } from "./message.ts";

/** Whether two words of a text are written with a blank between them. */
function areApart(before: string, after: string): boolean {
  if (!/[^\s\p{Ps}\p{Pi}¿¡]$/u.test(before) || !/^[\p{L}\p{N}\p{Ps}\p{Pi}¿¡]/u.test(after)) return false;
  // Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar are written without.
  return (
    !/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]$/u.test(before) &&
    !/^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(after)
  );
}

/**
 * Beta servers send words instead of phrases. This puts blanks between them: none before punctuation unless it opens
 * something, and none next to a script that is written without blanks.
 */
export function spaceWords(words: readonly CaptionPiece[]): CaptionPiece[] {
  return words.map(({ text, isFinal }, index) => {
    const before = words[index - 1]?.text ?? "";
    return { text: areApart(before, text) ? ` ${text}` : text, isFinal };
  });
}
