import { pathPart } from "../../recording/validate/identity.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, oneOf, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";

/** A handle is an object with these fields, whatever else it has. */
export function agentHandle(): Schema {
  return object({ agentId: pathPart() }, { version: oneOf(["v7"]) }, undefined, "free");
}

/** Every problem of the handle of an agent. Paths begin with `handle`. */
export function validateSttAgentHandle(handle: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(object({ handle: agentHandle() }), { handle }, options);
}
