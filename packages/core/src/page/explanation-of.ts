import { isAgoraError, textOf, type AgoraError } from "../errors/agora-error.ts";
import { withDoubt } from "../errors/in-doubt.ts";
import type { Explanation, ExplanationText } from "../errors/explanation.ts";
import { findText } from "../explain/explain-error.ts";
import { explanationFrom } from "./explanation-from.ts";
import type { PageTexts } from "./texts.ts";
import { isChinese, loadChinese } from "./translations.ts";

/** The explanation of one error, which gets better words when those of its language have been loaded. */
export interface ExplanationStore {
  /** What can be said now: the same object until there are better words. */
  readonly getSnapshot: () => Explanation;
  /** Loads what is missing, and calls `listener` when it is there. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

type Language = "en" | "zh-CN";

const languageOf = (locale: string | undefined): Language => (isChinese(locale) ? "zh-CN" : "en");

/** Errors do not say in which language they are; their letters do. */
const isIn = (language: Language, [, explanation]: ExplanationText): boolean =>
  /\p{Script=Han}/u.test(explanation) === (language === "zh-CN");

/** What was loaded of each language. */
const loaded: Partial<Record<Language, PageTexts>> = {};

/** Everything that can be said in a language. */
const load: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: () => import("./whole-english.ts").then(({ en }) => en),
  "zh-CN": () => import("../locales/zh-CN.ts").then(({ zhCN }) => zhCN),
};

const add = (language: Language, texts: PageTexts): void => {
  loaded[language] = { ...loaded[language], ...texts };
};

/** Whether an error brings all its words, in this language. */
const isWhole = (language: Language, { kind }: AgoraError, own: ExplanationText): boolean =>
  own[0] !== kind && isIn(language, own);

/** Until there is a title: `network-error` is "Network error". */
const titleOf = (kind: string): string => (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll("-", " ");

/** The best words that are there. */
function choose(language: Language, error: AgoraError, own: ExplanationText): ExplanationText {
  if (isWhole(language, error, own)) return own;
  const { "in-doubt": doubt, ...texts } = loaded[language] ?? {};
  const found = findText(texts, error);
  const [title, explanation, action] = own;
  if (!found) return [title === error.kind ? titleOf(title) : title, explanation, action, ...own.slice(3)];
  if (isIn(language, own)) return [found[0], explanation, action, ...found.slice(3)];
  return withDoubt(found, doubt && [doubt[1], doubt[2]], error);
}

/** Whether nothing that is there says it whole in this language. */
function isMissing(language: Language, error: unknown): boolean {
  const own = isAgoraError(error) ? textOf(error) : undefined;
  if (!own || !isAgoraError(error) || isWhole(language, error, own)) return false;
  return findText(loaded[language] ?? {}, error) === undefined;
}

/** Loads what is missing to say it. */
async function complete(language: Language, error: unknown): Promise<void> {
  if (language === "zh-CN" && !loaded[language]) add(language, await loadChinese());
  if (isMissing(language, error)) add(language, await load[language]());
}

/**
 * Says in words what happened, why, and what to do, in any language that is there, whichever client the error is of. What the
 * error brings along can be shown at once; titles, causes and another language are loaded when somebody subscribes.
 *
 * @param locale a BCP 47 tag; English and Chinese are there. Default: the language of the browser
 * @example
 * const store = explanationOf(error, "zh-CN");
 * const leave = store.subscribe(() => console.log(store.getSnapshot().title));
 */
export function explanationOf(error: unknown, locale?: string): ExplanationStore {
  const language = languageOf(locale);
  const explain = () => explanationFrom(error, (known, own) => choose(language, known, own));
  const wordsOf = ({ title, explanation, action, causes }: Explanation) =>
    [title, explanation, action, ...causes].join("\n");
  let snapshot = explain();
  const improve = () => {
    const next = explain();
    if (wordsOf(next) !== wordsOf(snapshot)) snapshot = next;
  };
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      const before = snapshot;
      let isOver = false;
      const tell = async () => {
        try {
          await complete(language, error);
        } catch {
          // Offline: what is there has to do.
        }
        improve();
        if (!isOver && snapshot !== before) listener();
      };
      void tell();
      return () => {
        isOver = true;
      };
    },
  };
}
