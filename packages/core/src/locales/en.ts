import type { ExplanationText, Heading, Locale, SentencePair } from "../errors/explanation.ts";
import { common } from "./en/common.ts";
import { extra, signature } from "./en/extra.ts";
import { headings } from "./en/headings.ts";
import { local } from "./en/local.ts";
import { reasons } from "./en/reasons.ts";
import { recording } from "./en/recording.ts";
import { stt } from "./en/stt.ts";
import { sttTasks } from "./en/stt-tasks.ts";

function join<Key extends string>(
  sentences: Readonly<Record<Key, SentencePair>>,
  titles: Readonly<Record<Key, Heading>>,
): Record<Key, ExplanationText> {
  const joined: Partial<Record<Key, ExplanationText>> = {};
  for (const key in sentences) {
    const [title, ...causes] = titles[key];
    joined[key] = [title, ...sentences[key], ...causes];
  }
  // Every key has been seen.
  return joined as Record<Key, ExplanationText>;
}

// In a call marked as pure: bundlers drop it when it is unused, which they do not do with a bare spread.
/** Every explanation in English. */
export const en: Locale = /* @__PURE__ */ (() =>
  join({ ...local, ...common, ...recording, ...stt, ...sttTasks, ...extra, ...signature, ...reasons }, headings))();
