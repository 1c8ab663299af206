import { redacted, isSecretField } from "../../redact/secret-field.ts";
import { parseJson } from "../../runtime/json.ts";
import { redactText } from "../../redact/text.ts";

/** Deeper than any answer of the service; what lies below is not shown. */
const deepest = 30;

/** Secret by name, and meant for the page: it cannot go on without them. */
const forPages = /^(tokenName|grant)$/;

const isObjectOrList = (value: unknown): value is object => typeof value === "object" && value !== null;

function redactValue(value: unknown, secrets: readonly string[], depth: number): unknown {
  if (depth > deepest) return isObjectOrList(value) || typeof value === "string" ? redacted : value;
  if (typeof value === "string") {
    const clean = redactText(value, secrets);
    const inner = /^\s*[[{"]/.test(clean) ? parseJson(clean) : undefined;
    return inner === undefined ? clean : redactJson(clean, inner, secrets, depth + 1);
  }
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrets, depth + 1));
  if (!isObjectOrList(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      redactText(name, secrets),
      isSecretField(name) && !forPages.test(name) && item !== null ? redacted : redactValue(item, secrets, depth + 1),
    ]),
  );
}

/** Undefined for a value that is nested too deeply to be written. */
function stringify(json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch {
    return undefined;
  }
}

/** JSON as it came, unless something in it is secret. The text is looked at too: of two equal names it has both. */
function redactJson(text: string, json: unknown, secrets: readonly string[], depth: number): string {
  const clean = JSON.stringify(redactValue(json, secrets, depth));
  return clean === stringify(json) && redactText(text, secrets) === text ? text : clean;
}

/**
 * An answer of the service without `secrets`, and without the values of fields that are secret by name: it can quote the
 * request. A text without secrets stays as it came.
 */
export function redactAnswer(text: string, secrets: readonly string[]): string {
  const json = parseJson(text);
  return json === undefined ? redactText(text, secrets) : redactJson(text, json, secrets, 0);
}
