import type { AgoraOperation } from "../operations.ts";
import { isObject } from "../runtime/json.ts";
import { describeIssue, type ValidationIssue } from "../validation/issue.ts";
import { isAgoraError, textOf } from "./agora-error.ts";
import type { Explanation, ExplanationText, Locale } from "./explanation.ts";
import { withDoubt } from "./in-doubt.ts";
import type { AgoraErrorKind } from "./kinds.ts";
import type { RetryAdvice } from "./retry-advice.ts";

/** Any part of a {@link Locale}: a client carries only the texts of the services that it talks to. */
export type Texts = Readonly<Partial<Record<string, ExplanationText>>>;

/**
 * The text for `kind`: that of the words that the service said, where they are known to mean something; else by operation where
 * the kind has one of its own, else by service, else in general.
 */
export function pickText(
  texts: Texts,
  kind: AgoraErrorKind,
  operation?: AgoraOperation,
  reason?: string,
): ExplanationText {
  const known = kind === "invalid-parameter" ? `reason:${reason}` : "";
  const keys = [known, `${kind}/${operation}`, `${kind}/${operation?.split(".")[0]}`, kind];
  return texts[keys.find((key) => Object.hasOwn(texts, key)) ?? ""] ?? [kind, kind, ""];
}

/** An error as it is thrown, or as its `toJSON()` arrives from another process. */
interface Explainable {
  kind: AgoraErrorKind;
  operation?: AgoraOperation;
  message?: string;
  reason?: string;
  retry?: RetryAdvice;
  issues?: readonly ValidationIssue[];
}

function isExplainable(error: unknown): error is Explainable {
  return isAgoraError(error) || (isObject(error) && typeof error.kind === "string");
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
    const text = locale
      ? withDoubt(pickText(locale, error.kind, error.operation, error.reason), locale["in-doubt"], error)
      : isAgoraError(error) && textOf(error);
    if (text) {
      const [title, explanation, action, ...causes] = text;
      return { title, explanation, action, causes: error.issues?.length ? error.issues.map(describeIssue) : causes };
    }
    return { title: error.kind, explanation: error.message ?? "", action: "", causes: [] };
  }
  const plain = error instanceof Error ? error : new Error(typeof error === "string" ? error : "Unknown error");
  return { title: plain.name, explanation: plain.message, action: "", causes: [] };
}
