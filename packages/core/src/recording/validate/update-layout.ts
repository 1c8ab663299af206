import type { ValidationIssue } from "../../validation/issue.ts";
import { object, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { layoutFields, layoutRule } from "./layout.ts";
import { layoutHandle } from "./handle.ts";

/** What updateLayout takes. */
export function layoutCall(): Schema {
  return object({ handle: layoutHandle(), clientRequest: object({}, layoutFields(), layoutRule) });
}

let schema: Schema | undefined;

/** Every problem of an updateLayout that shows before it is sent. Of the known modes for mix alone (R30). */
export function validateUpdateLayout(
  handle: unknown,
  clientRequest: unknown,
  options?: ValidateOptions,
): ValidationIssue[] {
  return validate((schema ??= layoutCall()), { handle, clientRequest }, options);
}
