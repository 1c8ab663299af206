import { isObject, type JsonObject } from "../runtime/json.ts";
import { isAbsent } from "./absent.ts";
import { get } from "./get.ts";
import { nearMiss } from "./near-miss.ts";
import {
  accept,
  extend,
  MISSPELLED_KEY,
  UNKNOWN_KEY,
  WARNING,
  type Fields,
  type Finding,
  type ObjectSchema,
  type OptionalFields,
  type RequiredFields,
} from "./schema.ts";

/** Tells of a problem at a dotted path below the checked object. */
export type Report = (path: string, message: string) => void;

/**
 * A rule over several fields of one object. It also runs when single fields are wrong, so that all problems are told at
 * once; therefore it takes nothing for granted about the value.
 */
export type Rule = (value: unknown, report: Report, warn: Report) => void;

/** What an object may hold beside its fields. */
type Others =
  /** Fields of other objects too, because it was put together from several: a request with what a lease has. */
  | "lenient"
  /** Anything, under names of the caller or of a service that is not known here. */
  | "free";

const stepOf = (input: JsonObject, key: string) =>
  ({ type: "object", origin: "value", input, key, value: input[key] }) as const;

/** The steps of a dotted path. */
function stepsOf(value: JsonObject, path: string): Finding["path"] {
  const [name = "", ...names] = path.split(".");
  const inner = value[name];
  const below = names.length > 0 ? stepsOf(isObject(inner) ? inner : {}, names.join(".")) : [];
  return [stepOf(value, name), ...(below ?? [])];
}

/**
 * An object with fields that must and fields that may be there; undefined and null count as not there. Other fields pass,
 * but for those that look like a misspelt one. Those that belong elsewhere in the same request are warned of
 * (`validate.ts`), where the object is not `free`.
 *
 * With `others`, a misspelling is only looked for among the names that are not there (a database row with `id` next to
 * `uid`).
 */
export function object<T>(
  required: RequiredFields<T>,
  optional: OptionalFields<T>,
  rule?: Rule,
  others?: Others,
): ObjectSchema<T> {
  const fields: Fields = { ...required, ...optional };
  const entries = Object.entries(fields);
  const names = Object.keys(fields);
  const schema: ObjectSchema<T> = extend(accept<T>(isObject, "must be an object"), (value, add, descend) => {
    if (!isObject(value)) return;
    const tell =
      (type: string): Report =>
      (path, message) =>
        add({ type, message, input: get(value, path), ...(path && { path: stepsOf(value, path) }) });
    for (const [name, field] of entries) {
      if (!isAbsent(value[name])) descend(field, value[name], () => stepOf(value, name));
      else if (name in required) tell("required")(name, "is required");
    }
    const possible = others ? names.filter((name) => isAbsent(value[name])) : names;
    for (const key of Object.keys(value)) {
      const input = value[key];
      if (isAbsent(input) || key in fields) continue;
      const expected = nearMiss(key, possible);
      if (!expected && others === "free") continue;
      const path: Finding["path"] = [stepOf(value, key)];
      if (expected) add({ type: MISSPELLED_KEY, message: `must be spelt ${expected}`, input, expected, path });
      else add({ type: UNKNOWN_KEY, message: "is no field of this object", input, path });
    }
    rule?.(value, tell("rule"), tell(WARNING));
  });
  return { ...schema, type: "object", fields, required: Object.keys(required) };
}
