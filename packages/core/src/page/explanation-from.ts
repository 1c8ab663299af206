import { isAgoraError, textOf, type AgoraError } from "../errors/agora-error.ts";
import { docsOf } from "../errors/docs.ts";
import type { Explanation, ExplanationText } from "../errors/explanation.ts";
import { describeIssue, type ValidationIssue } from "../validation/issue.ts";

/** An explanation in the words that `choose` gives an error, which brings words of its own. */
export function explanationFrom(
  error: unknown,
  choose: (error: AgoraError, own: ExplanationText) => ExplanationText,
): Explanation {
  const own = isAgoraError(error) ? textOf(error) : undefined;
  if (!own || !isAgoraError(error)) {
    const plain = error instanceof Error ? error : new Error(typeof error === "string" ? error : "Unknown error");
    return { title: plain.name, explanation: plain.message, action: "", causes: [] };
  }
  const [title, explanation, action, ...causes] = choose(error, own);
  const issues: readonly ValidationIssue[] = "issues" in error && Array.isArray(error.issues) ? error.issues : [];
  const shown = issues.length > 0 ? issues.map(describeIssue) : causes;
  return { title, explanation, action, causes: shown, docs: docsOf(error.kind, title) };
}
