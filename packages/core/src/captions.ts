export { decodeCaption } from "./captions/decode.ts";
export type {
  CaptionData,
  CaptionMessage,
  CaptionPiece,
  CaptionText,
  TranscriptMessage,
  TranslationMessage,
} from "./captions/message.ts";
export type { CaptionLine, CaptionSnapshot, CaptionTranslation } from "./captions/line.ts";
export { decodeProtobufCaption } from "./captions/protobuf.ts";
export { type CaptionStore, type CaptionStoreOptions, createCaptionStore } from "./captions/store.ts";
export { toSrt } from "./captions/srt.ts";
export type { SubtitleOptions } from "./captions/subtitles.ts";
export { toWebVTT } from "./captions/web-vtt.ts";
export {
  type CaptionedRecording,
  type CaptionedRecordingRequest,
  recordWithCaptions,
} from "./captions/record-with-captions.ts";
