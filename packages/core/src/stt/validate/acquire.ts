import type { ValidationIssue } from "../../validation/issue.ts";
import { integer, object } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { instanceId } from "./fields.ts";

/** Every problem of an acquire request that shows before it is sent. */
export function validateSttAcquire(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  // How many hours are allowed is not documented.
  const schema = object({ instanceId: instanceId() }, { resourceExpiredHour: integer(1) }, undefined, true);
  return validate(schema, request, options);
}
