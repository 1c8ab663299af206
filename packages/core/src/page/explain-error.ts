import type { AgoraError } from "../errors/agora-error.ts";
import { findText } from "../explain/explain-error.ts";
import type { Explanation, ExplanationText } from "../errors/explanation.ts";
import { withDoubt } from "../errors/in-doubt.ts";
import { extra } from "../locales/en/headings/extra.ts";
import { local } from "../locales/en/headings/local.ts";
import { explanationFrom } from "./explanation-from.ts";
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
  return explanationFrom(error, translate);
}
