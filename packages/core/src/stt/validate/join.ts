import type { ValidationIssue } from "../../validation/issue.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { joinRequest } from "./flat-request.ts";

/** Every problem of a join that shows before it is sent. Paths are the caller's: `rtcConfig.pubBotUid`. */
export function validateSttJoin(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(joinRequest(), request, options);
}
