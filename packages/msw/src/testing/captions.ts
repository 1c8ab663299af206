import type { CaptionLine, FakeAgora } from "../fake.ts";
import { callStt, joinRequest } from "./stt-caller.ts";

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export async function unzip(bytes: Uint8Array): Promise<unknown> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("gzip"));
  const value: unknown = await new Response(stream).json();
  return value;
}

/** A decoder of its own: fields by number, texts where they are texts. */
function decode(bytes: Uint8Array, texts: readonly string[], path = ""): Record<string, unknown[]> {
  const fields: Record<string, unknown[]> = {};
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0;
      value += BigInt(byte & 127) << shift;
      if (byte < 128) return Number(value);
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const field = `${path}${key >> 3}`;
    let value: unknown;
    if ((key & 7) === 0) value = varint();
    else if ((key & 7) === 1)
      value = new DataView(bytes.buffer, bytes.byteOffset + (at += 8) - 8, 8).getFloat64(0, true);
    else {
      const length = varint();
      const inner = bytes.subarray(at, (at += length));
      value = texts.includes(field) ? new TextDecoder().decode(inner) : decode(inner, texts, `${field}.`);
    }
    (fields[key >> 3] ??= []).push(value);
  }
  return fields;
}

const textFields = ["13", "15", "10.1", "14.2", "14.3", "18.1", "18.2.1"];
export const read = (bytes: Uint8Array) => decode(bytes, textFields);

export function listen(fake: FakeAgora, target: string) {
  const heard: { at: number; data: Uint8Array; uid: string }[] = [];
  const off = fake.captions(target).onCaption((data, uid) => heard.push({ at: fake.now(), data, uid }));
  return { heard, off };
}

export const hello: CaptionLine = {
  uid: 222,
  text: ["Hello, ", "how ", "are you?"],
  after: 1000,
  every: 400,
  translations: { "es-ES": "Hola, ¿cómo estás?", "ja-JP": ["こんにちは、", "お元気ですか？"] },
};
export const translating = { translateConfig: { languages: [{ source: "en-US", target: ["es-ES", "ja-JP"] }] } };

export async function running(body: object = joinRequest({ maxIdleTime: 600 }), options = {}) {
  const caller = callStt(options);
  const agent = await caller.agent(body);
  caller.fake.advance(1000);
  return { ...caller, ...agent };
}
