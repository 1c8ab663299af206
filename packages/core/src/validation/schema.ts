import { custom, lazy, type BaseIssue, type GenericSchema } from "valibot";
import type { NotHere } from "./absent.ts";
import { shapeOf } from "./shape.ts";

/*
 * The building blocks of all request schemas: valibot schemas that know the type that they check. They are functions, so that
 * nothing happens at import. Objects and lists (`object.ts`, `list.ts`) are schemas of our own rather than valibot's
 * `looseObject`, `optional` and `array`: those copy what they check, and the check of the spelling needs the walk anyway.
 */

type Issue = BaseIssue<unknown>;

/**
 * A schema of values of type `In`. It may take more than the type allows, since services get new values without notice, but
 * never less.
 */
export interface Schema<in In = never> extends GenericSchema {
  /** Only for the compiler. */
  readonly "~takes"?: (input: In) => void;
  /** Of an object: what may be in it. */
  readonly fields?: Fields | undefined;
  /** Of an object: the names that must be there. */
  readonly required?: readonly string[] | undefined;
  /** Of a list. */
  readonly item?: Schema | undefined;
  /** Where the input decides: the schema for this input. */
  readonly getter?: ((input: unknown) => Schema) | undefined;
}

export type Fields = Readonly<Record<string, Schema>>;

/** The names of the fields of all members of a union. */
type KeysOf<T> = T extends unknown ? keyof T & string : never;
/** `true` where a member of a union must have the field, `false` where it need not. */
type NeedOf<T, Key extends string> = T extends unknown
  ? Key extends keyof T
    ? object extends Pick<T, Key>
      ? false
      : true
    : false
  : never;
/** For each field, whether every member of a union must have it. */
type Needs<T> = { readonly [Key in KeysOf<T>]-?: false extends NeedOf<T, Key> ? false : true };

/** Lets the compiler compare fields: two of them fit where no field is missing on either side. */
type Has<T> = T extends readonly (infer Item)[] ? Has<Item> : (needs: Needs<T>) => Needs<T>;

/** A schema of an object, or of a list of objects, with exactly these fields. */
export type ObjectSchema<T> = Schema<T> & { readonly "~has"?: Has<T> };
export type ListSchema<Item> = ObjectSchema<readonly Item[]>;

/** What a field of one or several types holds where it is there. */
export type FieldOf<T, Key extends string> = T extends unknown
  ? Key extends keyof T
    ? Exclude<T[Key], NotHere<string>>
    : never
  : never;

/** The schema that a field of this type needs. */
type SchemaFor<Value> = [Value] extends [readonly (infer Item)[]]
  ? [Item] extends [object]
    ? ListSchema<Item>
    : Schema<Value>
  : [Value] extends [object]
    ? ObjectSchema<Value>
    : Schema<Value>;

type KeysThat<T, Need extends boolean> = {
  [Key in KeysOf<T>]: Needs<T>[Key] extends Need ? (FieldOf<T, Key> extends never ? never : Key) : never;
}[KeysOf<T>];

/** The schemas of the fields that every `T` must have. */
export type RequiredFields<T> = { readonly [Key in KeysThat<T, true>]: SchemaFor<FieldOf<T, Key>> };
/** The schemas of the fields that a `T` may have, and of those that it must not have. */
export type OptionalFields<T> = { readonly [Key in KeysThat<T, false>]: SchemaFor<FieldOf<T, Key>> } & {
  readonly [Key in Exclude<KeysOf<T>, KeysThat<T, boolean>>]?: Schema;
};

/** Makes a schema on first use, and once. */
export function once<S>(make: () => S): () => S {
  let made: S | undefined;
  return () => (made ??= make());
}

/**
 * Chooses among schemas by the input. Each is made on first use, and once. The compiler cannot see that each takes those `In`
 * for which it is chosen.
 *
 * @param keyOf gives few different keys
 */
export function choose<In, Key = unknown>(
  keyOf: (input: unknown) => Key,
  make: (key: Key) => Schema,
): ObjectSchema<In> {
  const made = new Map<Key, Schema>();
  return lazy((input) => {
    const key = keyOf(input);
    const schema = made.get(key) ?? make(key);
    made.set(key, schema);
    return schema;
  });
}

/** A single value that a function accepts. The message is half a sentence: `must be …`. */
export function accept<In>(
  isRight: (value: unknown) => boolean,
  message: string | ((input: unknown) => string),
): Schema<In> {
  return custom<unknown>(isRight, typeof message === "string" ? message : ({ input }) => message(input));
}

export function pattern(accepted: RegExp, message: string): Schema<string> {
  return accept((value) => typeof value === "string" && accepted.test(value), message);
}

/** Any string, the empty one too. */
export function string(): Schema<string> {
  return pattern(/^/, "must be a string");
}

export function text(): Schema<string> {
  return pattern(/./s, "must be a string that is not empty");
}

export function boolean(): Schema<boolean> {
  return accept((value) => typeof value === "boolean", "must be true or false");
}

export function oneOf<Value>(accepted: readonly Value[]): Schema<Value> {
  return accept((value) => accepted.some((one) => one === value), `must be ${accepted.join(" or ")}`);
}

/** Whatever it is: for fields that the service ignores, or whose shape is disputed. */
export function anything(): Schema<unknown> {
  return accept(() => true, "");
}

export function number(min: number, max: number, kind = "a number", accepts = Number.isFinite): Schema<number> {
  return accept(
    (value) => typeof value === "number" && accepts(value) && value >= min && value <= max,
    `must be ${kind} from ${min}${max < Infinity ? ` to ${max}` : " on"}`,
  );
}

export function integer(min: number, max = Infinity): Schema<number> {
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
): Schema<number> {
  const isFine = (value: unknown) => typeof value === "number" && accepts(value) && value >= min && value <= max;
  const [count, other] = smaller;
  return accept(isFine, (input) => {
    const meant = Number(input) / count;
    const hint =
      typeof input === "number" && input > max && isFine(meant) ? `: ${input} ${other} are ${meant} ${unit}` : "";
    return `must be ${accepts === Number.isInteger ? "an integer" : "a number"} from ${min} to ${max} (${unit})${hint}`;
  });
}

export function positive(): Schema<number> {
  return accept((value) => typeof value === "number" && value > 0 && value < Infinity, "must be a positive number");
}

/** One of the documented numbers from 0 on. Others pass with a warning: the service gets new ones without notice. */
export function choice(max: number): Schema<number> {
  return advise(integer(0), (value) => Number(value) <= max, `is not documented: known are 0 to ${max}`);
}

/** Takes what the schema takes, and warns about values that `isFine` does not accept. */
export function advise<S extends Schema>(schema: S, isFine: (value: unknown) => boolean, message: string): S {
  return extend(schema, (value, add) => {
    if (!isFine(value)) add({ type: WARNING, message, input: value });
  });
}

/** What an issue of ours is, by its `type`: beside what is wrong, what probably is. */
export const WARNING = "warning";
/** A name that its object does not have. It passes, with a warning where another object of the request has it. */
export const UNKNOWN_KEY = "unknown_key";
/** A name that looks like one that the object has, which is `expected`. */
export const MISSPELLED_KEY = "misspelled_key";

/** What a look at a value finds. */
export interface Finding {
  readonly type: string;
  readonly message: string;
  readonly input: unknown;
  readonly expected?: string;
  readonly path?: Issue["path"];
}

/** Tells of what was found. */
export type Add = (finding: Finding) => void;
type PathItem = NonNullable<Issue["path"]>[number];
/** Checks what stands one step below. Where that is, `step` says, if there is something to be said. */
export type Descend = (schema: Schema, value: unknown, step: () => PathItem) => void;

/** The same schema, which looks further at what it has taken. */
export function extend<S extends Schema>(schema: S, look: (value: unknown, add: Add, descend: Descend) => void): S {
  const run: GenericSchema["~run"] = (dataset, config) => {
    const result = schema["~run"](dataset, config);
    if (!result.typed) return result;
    const { value } = result;
    const issues: Issue[] = [...(result.issues ?? [])];
    look(
      value,
      (finding) => issues.push({ kind: "validation", expected: null, received: shapeOf(finding.input), ...finding }),
      (inner, input, step) => {
        for (const issue of inner["~run"]({ value: input }, config).issues ?? []) {
          issues.push({ ...issue, path: [step(), ...(issue.path ?? [])] });
        }
      },
    );
    const [first, ...others] = issues;
    return first ? { typed: true, value, issues: [first, ...others] } : { typed: true, value };
  };
  return { ...schema, "~run": run };
}
