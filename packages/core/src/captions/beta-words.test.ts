import { expect, test } from "vitest";
import { spaceWords } from "./beta-words.ts";
import { decodeProtobufCaption } from "./protobuf.ts";
import { encodeText } from "./testing/encode.ts";

test.each([
  [["Hello", ",", "how", "are", "you", "?"], "Hello, how are you?"],
  [["I", "'m", "(", "nearly", ")", "100", "%", "sure", "."], "I'm (nearly) 100% sure."],
  [["¿", "Cómo", "estás", "?"], "¿Cómo estás?"],
  [["今日", "は", "AI", "の", "話", "。"], "今日はAIの話。"],
  [["สวัสดี", "ครับ"], "สวัสดีครับ"],
  [["नमस्ते", "दुनिया"], "नमस्ते दुनिया"],
  [["two ", "words", " spaced"], "two words spaced"],
  [["oh", "[d:…]", "yes"], "oh [d:…] yes"],
  [["", "Hello"], "Hello"],
  [[], ""],
])("%j", (words, text) => {
  const pieces = spaceWords(words.map((word) => ({ text: word, isFinal: false })));
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});

test("only a sender without a data type sends words", () => {
  const words = [{ text: "Hello", is_final: true }, { text: "world" }];
  const texts = (data_type: string) => {
    const message = decodeProtobufCaption(encodeText({ data_type, words }));
    return message?.kind === "transcript" && message.pieces;
  };
  expect(texts("")).toEqual([
    { text: "Hello", isFinal: true },
    { text: " world", isFinal: false },
  ]);
  expect(texts("transcribe")).toMatchObject([{ text: "Hello" }, { text: "world" }]);
});
