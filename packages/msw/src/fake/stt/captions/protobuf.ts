import { hasOriginal, hasSentenceId, type CaptionMessage, type CaptionStyle, type Piece } from "./message.ts";
import { ProtoWriter } from "./proto-writer.ts";

/** A message as protobuf: `Text` of `Agora.SpeechToText`, or of `agora.audio2text` for the beta. */
export const encodeProtobuf = (message: CaptionMessage, style: CaptionStyle): Uint8Array =>
  style === "beta" ? encodeBeta(message) : encodeText(message, style);

function encodeText(message: CaptionMessage, style: CaptionStyle): Uint8Array {
  const { kind, uid, language, pieces, translations, start, duration, textTs, sentenceId } = message;
  const isTranscription = kind === "transcribe";
  const isStable = (isTranscription ? pieces : translations).some((part) => part.isFinal);
  const writer = new ProtoWriter()
    .int(4, uid)
    .int(6, isStable ? start : 0)
    .messages(10, isTranscription ? pieces : [], writeWord)
    .int(12, duration)
    .text(13, kind)
    .messages(14, translations, (inner, part) =>
      inner.bool(1, part.isFinal).text(2, part.language).texts(3, part.texts),
    )
    .text(15, isTranscription ? language : "")
    .int(16, textTs);
  if (!isTranscription && hasOriginal(style)) {
    writer.messages(18, [pieces], (inner, words) => inner.text(1, language).messages(2, words, writeWord));
  }
  return writer.int(19, hasSentenceId(style) ? sentenceId : 0).finish();
}

const writeWord = (writer: ProtoWriter, { text, isFinal }: Piece) => writer.text(1, text).bool(4, isFinal);

const betaWordMs = 350;

/** Word by word, and with the fields that are reserved today. */
function encodeBeta({ uid, pieces, start, number }: CaptionMessage): Uint8Array {
  const words = pieces.flatMap(({ text, isFinal }) =>
    text
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => ({ text: word, isFinal })),
  );
  const isOver = words.every((word) => word.isFinal);
  return new ProtoWriter()
    .int(1, 3)
    .int(2, 1)
    .int(3, number)
    .int(4, uid)
    .int(6, isOver ? start : 0)
    .int(7, 1)
    .messages(10, words, (writer, word) =>
      writer.text(1, word.text).int(3, betaWordMs).bool(4, word.isFinal).double(5, 0.9),
    )
    .bool(11, isOver)
    .finish();
}
