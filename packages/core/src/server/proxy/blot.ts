import { hidden, isSecretField } from "../../runtime/secret-field.ts";
import { parseJson } from "../../transport/failures.ts";
import { scrub } from "../../transport/scrub.ts";

/** Deeper than any answer of the service; what lies below is not shown. */
const deepest = 30;

/** Secret by name, and meant for the page: it cannot go on without them. */
const forPages = /^(tokenName|grant)$/;

const isObjectOrList = (value: unknown): value is object => typeof value === "object" && value !== null;

function blotValue(value: unknown, secrets: readonly string[], depth: number): unknown {
  if (depth > deepest) return isObjectOrList(value) || typeof value === "string" ? hidden : value;
  if (typeof value === "string") {
    const clean = scrub(value, secrets);
    const inner = /^\s*[[{"]/.test(clean) ? parseJson(clean) : undefined;
    return inner === undefined ? clean : blotJson(clean, inner, secrets, depth + 1);
  }
  if (Array.isArray(value)) return value.map((item) => blotValue(item, secrets, depth + 1));
  if (!isObjectOrList(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      scrub(name, secrets),
      isSecretField(name) && !forPages.test(name) && item !== null ? hidden : blotValue(item, secrets, depth + 1),
    ]),
  );
}

/** Nothing for what is too deep to be written. */
function stringify(json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch {
    return undefined;
  }
}

/** JSON as it came, unless something in it is secret. The text is looked at too: of two equal names it has both. */
function blotJson(text: string, json: unknown, secrets: readonly string[], depth: number): string {
  const clean = JSON.stringify(blotValue(json, secrets, depth));
  return clean === stringify(json) && scrub(text, secrets) === text ? text : clean;
}

/**
 * An answer of the service without `secrets`, and without the values of fields that are secret by name: it can quote the
 * request. As it came where it holds none.
 */
export function blot(text: string, secrets: readonly string[]): string {
  const json = parseJson(text);
  return json === undefined ? scrub(text, secrets) : blotJson(text, json, secrets, 0);
}
