import { safeParse } from "valibot";
import type { ValidationIssue } from "./issue.ts";
import type { Schema } from "./schema.ts";
import { isSecretPath, shapeOf } from "./shape.ts";

export interface ValidateOptions {
  /**
   * Field names that are sent as they are although they look like a misspelling, for a service that knows more names
   * than this SDK. Default: none.
   */
  readonly allowFields?: readonly string[] | undefined;
  /** The request goes to a proxy, which adds where the files go: that may be missing. Default: it must be there. */
  readonly isProxied?: boolean | undefined;
}

/** Every problem that the schema finds in the input, in the words of {@link ValidationIssue}. Never throws. */
export function validate(
  schema: Schema,
  input: unknown,
  { allowFields = [], isProxied }: ValidateOptions = {},
): ValidationIssue[] {
  const found: ValidationIssue[] = [];
  try {
    for (const { path, message, input: value, expected } of safeParse(schema, input).issues ?? []) {
      const at = path ? String(path[0].key) : "";
      // Only a misspelt name has both a path and an expectation: the right name.
      if (expected && allowFields.some((name) => at.endsWith(`.${name}`))) continue;
      if (isProxied && value === undefined && /\.storage(Config)?$/.test(at)) continue;
      found.push({ path: at.slice(1), message, received: shapeOf(value, isSecretPath(expected ?? at)) });
    }
  } catch {
    // A getter or a proxy threw: nothing that could be sent as JSON.
    found.push({ path: "", message: "must be plain JSON data", received: typeof input });
  }
  return found;
}
