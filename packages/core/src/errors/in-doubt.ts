import type { ExplanationText, SentencePair } from "./explanation.ts";
import type { AgoraErrorKind } from "./kinds.ts";
import type { RetryAdvice } from "./retry-advice.ts";

/** Kinds whose own text says that the call may have worked, or that it did. */
const tells = /^(already-|backend-|conflict|internal-error|partial|processing-|request-|start-|undocumented-)/;

/** Adds that the call may have taken effect, in the words of `doubt`, where that is so and `text` leaves it out. */
export function withDoubt(
  text: ExplanationText,
  doubt: SentencePair | undefined,
  { kind, retry }: { kind: AgoraErrorKind; retry?: RetryAdvice | undefined },
): ExplanationText {
  if (!doubt || !retry?.outcomeUnknown || tells.test(kind)) return text;
  // Chinese sentences follow each other without a blank.
  const join = (sentence: string, next: string) => sentence + (sentence.endsWith(".") ? " " : "") + next;
  const [title, explanation, action, ...causes] = text;
  return [title, join(explanation, doubt[0]), join(action, doubt[1]), ...causes];
}
