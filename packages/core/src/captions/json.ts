import { isObject, type JsonObject, objectAt, textAt } from "../runtime/json.ts";
import { groupByLanguage } from "./group-by-language.ts";
import { gunzipText } from "./gunzip.ts";
import { toEpochMs, toId, toMs, toUid } from "./int64.ts";
import type { CaptionMessage, CaptionPiece, CaptionText, TranscriptMessage, TranslationMessage } from "./message.ts";

/** Keeps the digits of a number that JavaScript would round, where the engine tells them. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const rounded = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  return rounded ? (context?.source ?? value) : value;
}

/** Each entry of a list, read; undefined if one of them cannot be. */
function readAll<Item>(list: unknown, read: (entry: JsonObject) => Item | undefined): Item[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const items: Item[] = [];
  for (const entry of list) {
    const item = isObject(entry) ? read(entry) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function readPiece({ text, isFinal }: JsonObject): CaptionPiece | undefined {
  return typeof text === "string" ? { text, isFinal: isFinal === true } : undefined;
}

/**
 * The pieces of a text: `results`, or `text` from before v7.2.3. Agora docs: an empty `results` follows each message
 * with pieces; its `text` repeats what was said and is not to be read again.
 */
function readPieces(text: JsonObject): CaptionPiece[] | undefined {
  return (text.results ?? undefined) === undefined ? readAll([text], readPiece) : readAll(text.results, readPiece);
}

function readTranslations({ results, isFinal, ...fields }: JsonObject): CaptionText[] | undefined {
  // `results0` from before v7.2.3; how a second language came is not documented, `results1` is likely.
  const old = Object.keys(fields).filter((key) => /^results\d+$/.test(key));
  if (results === undefined && old.length === 0) return undefined;
  const parts = readAll(results ?? old.map((key) => fields[key]), (entry) => {
    const { texts } = entry;
    const language = textAt(entry, "language");
    if (language === undefined || !Array.isArray(texts) || !texts.every((text) => typeof text === "string")) {
      return undefined;
    }
    return { language, piece: { text: texts.join(""), isFinal: (entry.isFinal ?? isFinal) === true } };
  });
  return parts && groupByLanguage(parts);
}

function readOriginal(translation: JsonObject): TranslationMessage["original"] {
  const original = objectAt(translation, "original_transcript");
  // Before v7.2.3 it does not say whether it is final: a translation is not before its source is.
  const pieces = readPieces({ isFinal: translation.isFinal, ...original });
  return pieces?.length ? { language: textAt(original, "language"), pieces } : undefined;
}

function readFields(body: JsonObject): Omit<TranscriptMessage, "kind" | "language" | "pieces"> | undefined {
  const uid = toUid(body.uid);
  if (uid === undefined) return undefined;
  return {
    uid,
    sentenceId: toId(body.sentenceId),
    textTs: toMs(body.textTs),
    startTime: toEpochMs(body.offset),
    duration: toMs(body.duration),
    seqnum: undefined,
  };
}

function interpret(document: unknown): CaptionMessage | undefined {
  if (!isObject(document)) return undefined;
  // Null is how some encoders say that a key is not there.
  const transcript = document.transcript ?? undefined;
  const translation = document.translation ?? undefined;
  if (isObject(transcript) && translation === undefined) {
    const fields = readFields(transcript);
    const pieces = readPieces(transcript);
    return fields && pieces && { kind: "transcript", ...fields, language: textAt(transcript, "language"), pieces };
  }
  if (!isObject(translation) || transcript !== undefined) return undefined;
  const fields = readFields(translation);
  const translations = readTranslations(translation);
  return (
    fields && translations && { kind: "translation", ...fields, translations, original: readOriginal(translation) }
  );
}

/** Decodes a caption message in JSON packed by gzip (`enableJsonProtocol`). Undefined for other bytes; never rejects. */
export async function decodeJsonCaption(bytes: Uint8Array): Promise<CaptionMessage | undefined> {
  try {
    return interpret(JSON.parse(await gunzipText(bytes), keepDigits));
  } catch {
    return undefined;
  }
}
