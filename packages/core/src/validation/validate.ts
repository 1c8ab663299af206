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
}

/** Every problem that the schema finds in the input, in the words of {@link ValidationIssue}. Never throws. */
export function validate(
  schema: Schema,
  input: unknown,
  { allowFields = [] }: ValidateOptions = {},
): ValidationIssue[] {
  const found: ValidationIssue[] = [];
  try {
    for (const { path, message, input: value, expected } of safeParse(schema, input).issues ?? []) {
      const at = path ? String(path[0].key) : "";
      // Only a misspelt name has both a path and an expectation: the right name.
      if (expected && allowFields.some((name) => at.endsWith(`.${name}`))) continue;
      found.push({ path: at.slice(1), message, received: shapeOf(value, isSecretPath(expected ?? at)) });
    }
  } catch {
    // A getter or a proxy threw: nothing that could be sent as JSON.
    found.push({ path: "", message: "must be plain JSON data", received: typeof input });
  }
  return found;
}
