import { isObject } from "../runtime/json.ts";
import type { CaptionMessage } from "./message.ts";

function isText(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value.pieces) &&
    value.pieces.every(
      (piece) => isObject(piece) && typeof piece.text === "string" && typeof piece.isFinal === "boolean",
    )
  );
}

/** Not to be left to the types: a message can have been decoded elsewhere, and come over any wire. */
export function isWellFormed(message: unknown): message is CaptionMessage {
  if (!isObject(message) || typeof message.uid !== "string") return false;
  if (message.kind === "transcript") return isText(message);
  if (message.kind !== "translation" || !Array.isArray(message.translations)) return false;
  const hasLanguage = (text: unknown) => isObject(text) && typeof text.language === "string" && isText(text);
  return message.translations.every(hasLanguage) && (message.original === undefined || isText(message.original));
}
