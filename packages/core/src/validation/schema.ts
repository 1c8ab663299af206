import { custom, pipe, rawCheck, safeParse, type GenericSchema, type RawCheckIssueInfo } from "valibot";
import { isObject } from "../runtime/json.ts";
import { isAbsent } from "./absent.ts";
import { get } from "./get.ts";
import { nearMiss } from "./near-miss.ts";

/*
 * The few building blocks from which all request schemas are made. They are functions, so that nothing happens at import.
 * Objects and lists are raw checks over valibot rather than its `looseObject`, `optional` and `array`: those copy what they
 * check and cost half a kilobyte more in every bundle, and the check of the spelling needs the walk anyway.
 */

export type Schema = GenericSchema & {
  /** Of an object: what may be in it. */
  readonly fields?: Fields | undefined;
  /** Of an object: the names that must be there. */
  readonly required?: readonly string[] | undefined;
  /** Of a list. */
  readonly item?: Schema | undefined;
};
export type Fields = Readonly<Record<string, Schema>>;

/** Tells of a problem at a dotted path below the checked object. */
export type Report = (path: string, message: string) => void;

/**
 * A rule over several fields of one object. It also runs when single fields are wrong, so that all problems are told at
 * once; therefore it takes nothing for granted about the value.
 */
export type Rule = (value: unknown, report: Report, warn: Report) => void;

/**
 * What an issue is, beside what is wrong: a warning, a name that its object does not have, or else the right spelling of a
 * name. Nothing for a plain problem.
 */
export type Note = typeof WARNING | typeof UNKNOWN_NAME | (string & {});
export const WARNING = "!";
export const UNKNOWN_NAME = "?";

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

/**
 * A number with a unit. What was given in a smaller unit is said in the right one: `3600 seconds are 60 minutes`.
 *
 * @param smaller how many of which unit make one
 */
export function amount(
  min: number,
  max: number,
  unit: string,
  smaller: readonly [count: number, unit: string],
  accepts = Number.isInteger,
): Schema {
  const isFine = (value: unknown) => typeof value === "number" && accepts(value) && value >= min && value <= max;
  const [count, other] = smaller;
  return custom(isFine, ({ input }) => {
    const meant = Number(input) / count;
    const hint =
      typeof input === "number" && input > max && isFine(meant) ? `: ${input} ${other} are ${meant} ${unit}` : "";
    return `must be ${accepts === Number.isInteger ? "an integer" : "a number"} from ${min} to ${max} (${unit})${hint}`;
  });
}

/** Takes what the schema takes, and warns of what is not fine all the same. */
export function advise(schema: Schema, isFine: (value: unknown) => boolean, message: string): Schema {
  const { fields, required, item } = schema;
  const advised = pipe(
    schema,
    rawCheck(({ dataset: { typed, value }, addIssue }) => {
      if (typed && !isFine(value)) tell(addIssue, "", value, message, WARNING);
    }),
  );
  return Object.assign(advised, { fields, required, item });
}

/** One of the documented numbers from 0 on. Others pass with a warning: the service gets new ones without notice. */
export function choice(max: number): Schema {
  return advise(integer(0), (value) => Number(value) <= max, `is not documented: known are 0 to ${max}`);
}

export function positive(): Schema {
  return custom((value) => typeof value === "number" && value > 0 && value < Infinity, "must be a positive number");
}

/** An array of at least `min` and at most `max` items. */
export function list(item: Schema, min = 0, max = Infinity): Schema {
  const schema = pipe(
    custom(
      (value) => Array.isArray(value) && value.length >= min && value.length <= max,
      `must be an array${max < Infinity ? ` of ${min} to ${max}` : ""}`,
    ),
    rawCheck(({ dataset: { value }, addIssue }) => {
      if (Array.isArray(value)) value.forEach((input, index) => check(addIssue, item, `[${index}]`, input));
    }),
  );
  return Object.assign(schema, { item });
}

/** What an object may hold beside its fields. */
type Others =
  /** Fields of other objects too, because it was put together from several: a request with what a lease has. */
  | "lenient"
  /** Anything, under names of the caller or of a service that is not known here. */
  | "free";

/**
 * An object with fields that must and fields that may be there; undefined and null count as not there. Other fields pass,
 * but for those that look like a misspelt one. Those that belong elsewhere in the same request are warned of
 * (`validate.ts`), where the object is not `free`.
 *
 * With `others`, a misspelling is only looked for among the names that are not there (a database row with `id` next to
 * `uid`).
 */
export function object(required: Fields, options: Fields = {}, rule?: Rule, others?: Others): Schema {
  const fields = { ...required, ...options };
  const names = Object.keys(fields);
  const schema = pipe(
    custom(isObject, "must be an object"),
    rawCheck(({ dataset: { value }, addIssue }) => {
      if (!isObject(value)) return;
      const report: Report = (path, message) => tell(addIssue, `.${path}`, get(value, path), message);
      const warn: Report = (path, message) => tell(addIssue, `.${path}`, get(value, path), message, WARNING);
      for (const [name, field] of Object.entries(fields)) {
        const input: unknown = Reflect.get(value, name);
        if (!isAbsent(input)) check(addIssue, field, `.${name}`, input);
        else if (name in required) report(name, "is required");
      }
      const known = others ? names.filter((name) => isAbsent(Reflect.get(value, name))) : names;
      for (const [key, input] of Object.entries(value)) {
        if (isAbsent(input) || key in fields) continue;
        const right = nearMiss(key, known);
        if (right) tell(addIssue, `.${key}`, input, `must be spelt ${right}`, right);
        else if (others !== "free") tell(addIssue, `.${key}`, input, "is no field of this object", UNKNOWN_NAME);
      }
      rule?.(value, report, warn);
    }),
  );
  return Object.assign(schema, { fields, required: Object.keys(required) });
}

/** Checks what stands at one step below, and tells of its problems there. */
function check(addIssue: AddIssue, schema: Schema, step: string, value: unknown): void {
  for (const { message, input, expected, path } of safeParse(schema, value).issues ?? []) {
    // Without a path it comes from a leaf, where valibot fills in an expectation of its own.
    tell(addIssue, path ? step + String(path[0].key) : step, input, message, path && expected);
  }
}

/** The whole path goes into one item, as `validate.ts` reads it: `.a.b[0]`. */
function tell(addIssue: AddIssue, path: string, input: unknown, message: string, note?: Note | null): void {
  const item = { type: "unknown", origin: "value", input, key: path, value: input } as const;
  addIssue({ message, input, expected: note ?? undefined, path: [item] });
}
