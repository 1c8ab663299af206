import type { CaptionPiece, CaptionText } from "./message.ts";

/** One text for each language, by its first piece. Since v7.2.3 a language can come in several pieces. */
export function groupByLanguage(
  parts: readonly { readonly language: string; readonly piece: CaptionPiece }[],
): CaptionText[] {
  const texts = new Map<string, CaptionPiece[]>();
  for (const { language, piece } of parts) {
    const pieces = texts.get(language);
    if (pieces) pieces.push(piece);
    else texts.set(language, [piece]);
  }
  return Array.from(texts, ([language, pieces]) => ({ language, pieces }));
}
