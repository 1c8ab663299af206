import { isObject, object, type JsonObject } from "../../runtime/json.ts";

/** A field that is not as it should be; v7 tells missing ones from wrong ones. */
export interface Problem {
  readonly kind: "missing" | "invalid";
  readonly path: string;
  readonly text: string;
}

export type Problems = Generator<Problem, void, undefined>;

export const missing = (path: string): Problem => ({ kind: "missing", path, text: `${path} is required` });

export const invalid = (path: string, why = "is invalid"): Problem => ({
  kind: "invalid",
  path,
  text: `${path} ${why}`,
});

type Check = (value: unknown) => boolean;

export function* required(parent: JsonObject, name: string, path: string, check: Check): Problems {
  if (parent[name] === undefined) yield missing(path);
  else if (!check(parent[name])) yield invalid(path);
}

export function* optional(parent: JsonObject, name: string, path: string, check: Check): Problems {
  if (parent[name] !== undefined && !check(parent[name])) yield invalid(path);
}

/** A nested object, and what is wrong inside it. */
export function* nested(
  parent: JsonObject,
  name: string,
  path: string,
  inside: (value: JsonObject) => Problems,
  isRequired: boolean,
): Problems {
  const value = parent[name];
  if (value === undefined) {
    if (isRequired) yield missing(path);
  } else if (isObject(value)) yield* inside(object(value));
  else yield invalid(path);
}
