import { pathPart } from "../../recording/validate/identity.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, oneOf, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";

/** The generations that have tasks. */
export function taskVersion(): Schema {
  return oneOf(["v6", "v5", "beta"]);
}

/** A handle is an object with these fields, whatever else it has. */
export function taskHandle(): Schema {
  return object({ tokenName: pathPart(), taskId: pathPart() }, { version: taskVersion() }, undefined, "free");
}

/** Every problem of the handle of a task. Paths begin with `handle`. */
export function validateSttTaskHandle(handle: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(object({ handle: taskHandle() }), { handle }, options);
}
