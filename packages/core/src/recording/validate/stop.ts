import type { ValidationIssue } from "../../validation/issue.ts";
import { boolean, object, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { recordingHandle } from "./handle.ts";

/** What stop takes. */
export function stopCall(): Schema {
  return object({ handle: recordingHandle() }, { clientRequest: object({}, { async_stop: boolean() }) });
}

let schema: Schema | undefined;

/** Every problem of a stop that shows before it is sent. */
export function validateStop(handle: unknown, clientRequest?: unknown, options?: ValidateOptions): ValidationIssue[] {
  schema ??= stopCall();
  return validate(schema, { handle, clientRequest }, options);
}
