import type { AgoraOperation } from "../errors/operations.ts";
import { isObject } from "../runtime/json.ts";
import { describeIssue, type ValidationIssue } from "../validation/issue.ts";
import { headings } from "../locales/en/headings.ts";
import { type AgoraError, isAgoraError, textOf } from "../errors/agora-error.ts";
import { docsOf } from "../errors/docs.ts";
import type { Explanation, ExplanationText, Locale, SentencePair } from "../errors/explanation.ts";
import { withDoubt } from "../errors/in-doubt.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { RetryAdvice } from "../errors/retry-advice.ts";

/** Texts by the keys of a {@link Locale}: any part of them, and of each as much as is needed. */
type TextsOf<Text> = Readonly<Partial<Record<string, Text>>>;

/** A client carries only the texts of the services that it talks to. */
export type Texts = TextsOf<SentencePair>;

/**
 * The text for `kind`: that of the words that the service said, where they are known to mean something; else by operation where
 * the kind has one of its own, else by service, else in general.
 */
export function findText<Text>(
  texts: TextsOf<Text>,
  { kind, operation, reason }: Pick<Explainable, "kind" | "operation" | "reason">,
): Text | undefined {
  const known = kind === "invalid-parameter" ? `reason:${reason}` : "";
  const keys = [known, `${kind}/${operation}`, `${kind}/${operation?.split(".")[0]}`, kind];
  return texts[keys.find((key) => Object.hasOwn(texts, key)) ?? ""];
}

/** The text that {@link findText} finds, or else what little the kind says. */
export function pickText<Text extends readonly string[]>(
  texts: TextsOf<Text>,
  kind: AgoraErrorKind,
  operation?: AgoraOperation,
  reason?: string,
): Text | ExplanationText {
  return findText(texts, { kind, operation, reason }) ?? [kind, kind, ""];
}

/** An error as it is thrown, or as its `toJSON()` arrives from another process. */
interface Explainable {
  kind: AgoraErrorKind;
  operation?: AgoraOperation | undefined;
  message?: string;
  reason?: string | undefined;
  retry?: RetryAdvice;
  issues?: readonly ValidationIssue[];
}

function isExplainable(error: unknown): error is Explainable {
  return isAgoraError(error) || (isObject(error) && typeof error.kind === "string");
}

/** What the locale says, or a part of it that an app has made. */
function translate(locale: Locale, error: Explainable): ExplanationText {
  const text = pickText<ExplanationText>(locale, error.kind, error.operation, error.reason);
  const { "in-doubt": doubt }: Partial<Locale> = locale;
  return withDoubt(text, doubt && [doubt[1], doubt[2]], error);
}

/** The text that the error was made with, below the title and above the causes that belong to it. */
function inEnglish(error: AgoraError): ExplanationText | undefined {
  const text = textOf(error);
  const heading = findText(headings, error);
  if (!text || !heading || text[0] !== error.kind) return text;
  const [, explanation, action] = text;
  const [title, ...causes] = heading;
  return [title, explanation, action, ...causes];
}

/**
 * Says in words what happened, why, and what to do, for a person.
 *
 * @param error what was thrown, or its JSON; anything that is no {@link AgoraError} is described by its own message
 * @param options `locale`: a catalogue such as `zhCN` of `@agora-edge/core/locales/zh-CN`; English without it
 */
export function explainError(error: unknown, options: { locale?: Locale } = {}): Explanation {
  if (isExplainable(error)) {
    const { locale } = options;
    const text = locale ? translate(locale, error) : isAgoraError(error) && inEnglish(error);
    if (text) {
      const [title, explanation, action, ...causes] = text;
      const shown = error.issues?.length ? error.issues.map(describeIssue) : causes;
      return { title, explanation, action, causes: shown, docs: docsOf(error.kind, title) };
    }
    const { kind, message = "" } = error;
    return { title: kind, explanation: message, action: "", causes: [], docs: docsOf(kind) };
  }
  const plain = error instanceof Error ? error : new Error(typeof error === "string" ? error : "Unknown error");
  return { title: plain.name, explanation: plain.message, action: "", causes: [] };
}
