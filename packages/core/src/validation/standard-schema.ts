import type { Schema } from "./schema.ts";
import { findProblems, type ValidateOptions } from "./validate.ts";

/** A schema of the Standard Schema interface (https://standardschema.dev), for every library that takes one. */
export interface StandardSchema<T> {
  /** What libraries that know Standard Schema call. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "agora-edge";
    /** The value itself, or every problem with the steps to where it is. Never throws. */
    readonly validate: (value: unknown) => StandardResult<T>;
    /** Only for the compiler. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** What a check gives: the value, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong, and where. */
export interface StandardIssue {
  /** What is allowed there, as half a sentence: `must be an integer from 5 to 2592000 (seconds)`. */
  readonly message: string;
  /** The steps from the value to the problem. */
  readonly path: readonly PropertyKey[];
}

/** The client's own schema behind each of these. */
const schemas = /* @__PURE__ */ new WeakMap<object, () => Schema>();

/** Makes a Standard Schema of one of the client's own. */
export function toStandardSchema<T>(schema: () => Schema, options?: ValidateOptions): StandardSchema<T> {
  const standard: StandardSchema<T> = {
    "~standard": {
      version: 1,
      vendor: "agora-edge",
      validate(value) {
        const problems = findProblems(schema(), value, options);
        if (problems.length > 0) {
          return { issues: problems.map(({ issue, keys }) => ({ message: issue.message, path: keys })) };
        }
        // Its schema has just looked at it.
        return { value: value as T };
      },
    },
  };
  schemas.set(standard, schema);
  return standard;
}

/**
 * The same schema with the options that a client has: `isProxied` for a page whose proxy adds where the files go, `allowFields`,
 * `strict`, `onWarning`.
 *
 * @throws TypeError for a schema that is not from this package
 */
export function withOptions<T>(schema: StandardSchema<T>, options: ValidateOptions): StandardSchema<T> {
  const own = schemas.get(schema);
  if (!own) throw new TypeError("withOptions takes the schemas of @agora-edge/core/schemas.");
  return toStandardSchema<T>(own, options);
}
