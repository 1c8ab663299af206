import type { BaseIssue } from "valibot";
import { isAbsent } from "./absent.ts";
import type { ValidationIssue, ValidationWarning } from "./issue.ts";
import { placeOf, placesIn, type Places } from "./place.ts";
import { MISSPELLED_KEY, UNKNOWN_KEY, WARNING, type Schema } from "./schema.ts";
import { isSecretPath, shapeOf } from "./shape.ts";

/** What a check lets pass beyond what the documents allow. */
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

/** `.a.b[0]`; empty for the value itself. */
function pathOf({ path }: BaseIssue<unknown>): string {
  return (path ?? []).map(({ type, key }) => (type === "array" ? `[${String(key)}]` : `.${String(key)}`)).join("");
}

/** What may be there although it is not right, under a name that the caller allows. */
const passing: readonly string[] = [WARNING, UNKNOWN_KEY, MISSPELLED_KEY];

/** A problem, and the steps to where it is. */
export interface Problem {
  readonly issue: ValidationIssue;
  readonly keys: readonly PropertyKey[];
}

const keysOf = ({ path }: BaseIssue<unknown>): PropertyKey[] =>
  (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));

/**
 * Every problem that the schema finds in the input. What is no problem but probably a mistake goes to `onWarning`. Never
 * throws.
 */
export function findProblems(
  schema: Schema,
  input: unknown,
  { allowFields = [], isProxied, strict, onWarning }: ValidateOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const warnings: (Problem & { issue: ValidationWarning })[] = [];
  let places: Places | undefined;
  try {
    for (const found of schema["~run"]({ value: input }, {}).issues ?? []) {
      const { type, message, input: value, expected } = found;
      const at = pathOf(found);
      if (passing.includes(type) && allowFields.some((name) => at.endsWith(`.${name}`))) continue;
      if (isProxied && isAbsent(value) && /\.storage(Config)?$/.test(at)) continue;
      const name = type === MISSPELLED_KEY ? expected : at;
      const issue = { path: at.slice(1), message, received: shapeOf(value, isSecretPath(name ?? at)) };
      const keys = keysOf(found);
      const belongsIn = type === UNKNOWN_KEY ? placeOf((places ??= placesIn(schema, input)), at) : undefined;
      if (belongsIn) {
        warnings.push({ issue: { ...issue, message: `${message}: it belongs in ${belongsIn}`, belongsIn }, keys });
      } else if (type === WARNING) warnings.push({ issue, keys });
      else if (type !== UNKNOWN_KEY) problems.push({ issue, keys });
    }
  } catch {
    // A getter or a proxy threw: nothing that could be sent as JSON.
    problems.push({ issue: { path: "", message: "must be plain JSON data", received: typeof input }, keys: [] });
  }
  if (!strict) {
    for (const { issue } of warnings) onWarning?.(issue);
    return problems;
  }
  return [
    ...problems,
    ...warnings.map(({ issue: { path, message, received }, keys }) => ({ issue: { path, message, received }, keys })),
  ];
}

/** {@link findProblems} in the words of {@link ValidationIssue}. */
export function validate(schema: Schema, input: unknown, options?: ValidateOptions): ValidationIssue[] {
  return findProblems(schema, input, options).map(({ issue }) => issue);
}
