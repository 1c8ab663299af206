import { safeParse } from "valibot";
import { isAbsent } from "./absent.ts";
import type { ValidationIssue, ValidationWarning } from "./issue.ts";
import { placeOf, placesIn, type Places } from "./place.ts";
import { UNKNOWN_NAME, WARNING, type Schema } from "./schema.ts";
import { isSecretPath, shapeOf } from "./shape.ts";

export interface ValidateOptions {
  /**
   * Field names that are sent as they are although they look like a misspelling or stand in another object than the known
   * one, for a service that knows more names than this SDK. Default: none.
   */
  readonly allowFields?: readonly string[] | undefined;
  /** The request goes to a proxy, which adds where the files go: that may be missing. Default: it must be there. */
  readonly isProxied?: boolean | undefined;
  /** Warnings are problems. Default: they are told and do no more. */
  readonly strict?: boolean | undefined;
  /** Hears of each warning. */
  readonly onWarning?: ((warning: ValidationWarning) => void) | undefined;
}

/**
 * Every problem that the schema finds in the input, in the words of {@link ValidationIssue}. What is no problem but
 * probably a mistake goes to `onWarning`. Never throws.
 */
export function validate(
  schema: Schema,
  input: unknown,
  { allowFields = [], isProxied, strict, onWarning }: ValidateOptions = {},
): ValidationIssue[] {
  const found: ValidationIssue[] = [];
  const warnings: ValidationWarning[] = [];
  let places: Places | undefined;
  try {
    for (const { path, message, input: value, expected } of safeParse(schema, input).issues ?? []) {
      const at = path ? String(path[0].key) : "";
      // A leaf has an expectation of valibot's, without a path.
      const note = path && expected;
      if (note && allowFields.some((name) => at.endsWith(`.${name}`))) continue;
      if (isProxied && isAbsent(value) && /\.storage(Config)?$/.test(at)) continue;
      const isWarning = note === WARNING || note === UNKNOWN_NAME;
      const right = isWarning ? undefined : note;
      const issue = { path: at.slice(1), message, received: shapeOf(value, isSecretPath(right ?? at)) };
      const belongsIn = note === UNKNOWN_NAME ? placeOf((places ??= placesIn(schema, input)), at) : undefined;
      if (!isWarning) found.push(issue);
      else if (belongsIn) warnings.push({ ...issue, message: `${message}: it belongs in ${belongsIn}`, belongsIn });
      else if (note === WARNING) warnings.push(issue);
    }
  } catch {
    // A getter or a proxy threw: nothing that could be sent as JSON.
    found.push({ path: "", message: "must be plain JSON data", received: typeof input });
  }
  if (strict) return [...found, ...warnings.map(({ path, message, received }) => ({ path, message, received }))];
  for (const warning of warnings) onWarning?.(warning);
  return found;
}
