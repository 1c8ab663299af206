import { isAgoraError, textOf, type AgoraError } from "../errors/agora-error.ts";
import { docsOf } from "../errors/docs.ts";
import { findText } from "../explain/explain-error.ts";
import type { Explanation, ExplanationText } from "../errors/explanation.ts";
import { withDoubt } from "../errors/in-doubt.ts";
import { extra } from "../locales/en/headings/extra.ts";
import { local } from "../locales/en/headings/local.ts";
import { describeIssue, type ValidationIssue } from "../validation/issue.ts";
import { currentTexts } from "./translations.ts";

/** The text of an error: that of the proxy as it came, that of this side in the language of the page. */
function translate(error: AgoraError, own: ExplanationText): ExplanationText {
  if (own[0] !== error.kind) return own;
  const texts = currentTexts();
  const text = findText(texts, error);
  const doubt = texts["in-doubt"];
  if (text) return withDoubt(text, doubt && [doubt[1], doubt[2]], error);
  const [title, ...causes] = findText({ ...local, ...extra }, error) ?? [error.kind];
  return [title, own[1], own[2], ...causes];
}

/**
 * Says in words what happened, why, and what to do, in the language of the page. Errors of the proxy bring their words along;
 * the few others are in English, or in Chinese where the page is.
 */
export function explainError(error: unknown): Explanation {
  const own = isAgoraError(error) ? textOf(error) : undefined;
  if (!own || !isAgoraError(error)) {
    const plain = error instanceof Error ? error : new Error(typeof error === "string" ? error : "Unknown error");
    return { title: plain.name, explanation: plain.message, action: "", causes: [] };
  }
  const [title, explanation, action, ...causes] = translate(error, own);
  const issues: readonly ValidationIssue[] = "issues" in error && Array.isArray(error.issues) ? error.issues : [];
  const shown = issues.length > 0 ? issues.map(describeIssue) : causes;
  return { title, explanation, action, causes: shown, docs: docsOf(error.kind, title) };
}
