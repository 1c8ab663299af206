import { spaceWords } from "./beta-words.ts";
import { toBytes } from "./bytes.ts";
import { groupByLanguage } from "./group-by-language.ts";
import { toEpochMs, toId, toMs, toUid } from "./int64.ts";
import type { CaptionData, CaptionMessage } from "./message.ts";
import { readTextMessage, type TextMessage } from "./text-message.ts";

function interpret(text: TextMessage): CaptionMessage | undefined {
  const uid = toUid(text.uid);
  if (uid === undefined) return undefined;
  const fields = {
    uid,
    sentenceId: toId(text.sentenceId),
    textTs: toMs(text.textTs),
    startTime: toEpochMs(text.time),
    duration: toMs(text.durationMs),
    seqnum: text.seqnum || undefined,
  };
  const { dataType, words, culture, originalTranscript } = text;
  // Beta servers do not say what it is: it is always a transcription.
  if (dataType === "transcribe" || dataType === "") {
    const pieces = dataType === "" ? spaceWords(words) : words;
    return { kind: "transcript", ...fields, language: culture || undefined, pieces };
  }
  if (dataType !== "translate" || text.trans.some(({ lang }) => lang === "")) return undefined;
  return {
    kind: "translation",
    ...fields,
    translations: groupByLanguage(
      text.trans.map(({ lang, texts, isFinal }) => ({ language: lang, piece: { text: texts.join(""), isFinal } })),
    ),
    original: originalTranscript.words.length
      ? { language: originalTranscript.culture || undefined, pieces: originalTranscript.words }
      : undefined,
  };
}

/**
 * Decodes a caption message in protobuf, the encoding that a task uses unless `enableJsonProtocol` is set.
 *
 * @returns undefined if the bytes are no such message; never throws
 */
export function decodeProtobufCaption(data: CaptionData): CaptionMessage | undefined {
  const bytes = toBytes(data);
  if (!bytes?.length) return undefined;
  try {
    return interpret(readTextMessage(bytes));
  } catch {
    return undefined;
  }
}
