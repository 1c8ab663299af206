import { custom, pipe, rawCheck, safeParse, type GenericSchema, type RawCheckIssueInfo } from "valibot";
import { get } from "./get.ts";
import { nearMiss } from "./near-miss.ts";

/*
 * The few building blocks from which all request schemas are made. They are functions, so that nothing happens at import.
 * Objects and lists are raw checks over valibot rather than its `looseObject`, `optional` and `array`: those copy what they
 * check and cost half a kilobyte more in every bundle, and the check of the spelling needs the walk anyway.
 */

export type Schema = GenericSchema;
export type Fields = Readonly<Record<string, Schema>>;

/** Tells of a problem at a dotted path below the checked object. */
export type Report = (path: string, message: string) => void;

/**
 * A rule over several fields of one object. It also runs when single fields are wrong, so that all problems are told at
 * once; therefore it takes nothing for granted about the value.
 */
export type Rule = (value: unknown, report: Report) => void;

type AddIssue = (info: RawCheckIssueInfo<unknown>) => void;

/** A single value that a function accepts. The message is half a sentence: `must be …`. */
export { custom };

export function pattern(accepted: RegExp, message: string): Schema {
  return custom((value) => typeof value === "string" && accepted.test(value), message);
}

/** Any string, the empty one too. */
export function string(): Schema {
  return pattern(/^/, "must be a string");
}

export function text(): Schema {
  return pattern(/./s, "must be a string that is not empty");
}

export function boolean(): Schema {
  return custom((value) => typeof value === "boolean", "must be true or false");
}

export function oneOf(accepted: readonly unknown[]): Schema {
  return custom((value) => accepted.includes(value), `must be ${accepted.join(" or ")}`);
}

export function number(min: number, max: number, kind = "a number", accepts = Number.isFinite): Schema {
  return custom(
    (value) => typeof value === "number" && accepts(value) && value >= min && value <= max,
    `must be ${kind} from ${min}${max < Infinity ? ` to ${max}` : " on"}`,
  );
}

export function integer(min: number, max = Infinity): Schema {
  return number(min, max, "an integer", Number.isInteger);
}

export function positive(): Schema {
  return custom((value) => typeof value === "number" && value > 0 && value < Infinity, "must be a positive number");
}

/** An array of at least `min` and at most `max` items. */
export function list(item: Schema, min = 0, max = Infinity): Schema {
  return pipe(
    custom(
      (value) => Array.isArray(value) && value.length >= min && value.length <= max,
      `must be an array${max < Infinity ? ` of ${min} to ${max}` : ""}`,
    ),
    rawCheck(({ dataset: { value }, addIssue }) => {
      if (Array.isArray(value)) value.forEach((input, index) => check(addIssue, item, `[${index}]`, input));
    }),
  );
}

/**
 * An object with fields that must and fields that may be there; undefined counts as not there. Other fields pass, but
 * for those that look like a misspelt one.
 *
 * `lenient` looks only for misspellings of names that are not there: for objects that a caller may have filled with
 * names of their own (a database row with `id` next to `uid`).
 */
export function object(required: Fields, options: Fields = {}, rule?: Rule, lenient = false): Schema {
  const fields = { ...required, ...options };
  const names = Object.keys(fields);
  return pipe(
    custom(isObject, "must be an object"),
    rawCheck(({ dataset: { value }, addIssue }) => {
      if (!isObject(value)) return;
      const report: Report = (path, message) => tell(addIssue, `.${path}`, get(value, path), message);
      for (const [name, schema] of Object.entries(fields)) {
        const input: unknown = Reflect.get(value, name);
        if (input !== undefined) check(addIssue, schema, `.${name}`, input);
        else if (name in required) report(name, "is required");
      }
      const known = lenient ? names.filter((name) => Reflect.get(value, name) === undefined) : names;
      for (const [key, input] of Object.entries(value)) {
        const right = input !== undefined && !(key in fields) && nearMiss(key, known);
        if (right) tell(addIssue, `.${key}`, input, `must be spelt ${right}`, right);
      }
      rule?.(value, report);
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks what stands at one step below, and tells of its problems there. */
function check(addIssue: AddIssue, schema: Schema, step: string, value: unknown): void {
  for (const { message, input, expected, path } of safeParse(schema, value).issues ?? []) {
    // Without a path it comes from a leaf, where valibot fills in an expectation of its own.
    tell(addIssue, path ? step + String(path[0].key) : step, input, message, path && expected);
  }
}

/** The whole path goes into one item, as `validate.ts` reads it: `.a.b[0]`. `right` is the name that was misspelt. */
function tell(addIssue: AddIssue, path: string, input: unknown, message: string, right?: string | null): void {
  const item = { type: "unknown", origin: "value", input, key: path, value: input } as const;
  addIssue({ message, input, expected: right ?? undefined, path: [item] });
}
