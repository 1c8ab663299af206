import { type CaptionStore, createCaptionStore } from "../store.ts";
import { encodeText, type Text } from "./encode.ts";

/** The beginning of the conversation, ms since the epoch. */
export const t = 1767225600000;

const time = (ms: number | undefined) => (ms === undefined ? {} : { text_ts: t + ms });
/** An interim text of speaker 1, `ms` after `t`. */
export const said = (text: string, ms: number | undefined, extra: Text = {}) =>
  encodeText({ uid: 1, words: [{ text }], culture: "en-US", ...time(ms), ...extra });
/** A final text. */
export const ended = (text: string, ms: number | undefined, extra: Text = {}) =>
  said(text, ms, { words: [{ text, is_final: true }], ...extra });
/** An interim translation. */
export const translated = (text: string, ms: number, extra: Text = {}) =>
  encodeText({ uid: 1, data_type: "translate", trans: [{ lang: "es-ES", texts: [text] }], ...time(ms), ...extra });

/** The lines as a person reads them. */
export const shown = (store: CaptionStore) =>
  store.getSnapshot().lines.map(({ uid, text, isFinal }) => `${uid}: ${text}${isFinal ? "" : "…"}`);
export const spanish = (store: CaptionStore) =>
  store.getSnapshot().lines.map(({ translations }) => translations["es-ES"]?.text);

/** A store that was given these payloads, and the payloads that changed it. */
export function storeOf(...payloads: Uint8Array[]) {
  const store = createCaptionStore();
  const changes: number[] = [];
  payloads.forEach((payload, index) => {
    const before = store.getSnapshot();
    store.push(payload);
    if (store.getSnapshot() !== before) changes.push(index);
  });
  return { store, changes };
}
