import { defineOperation } from "../../../contract/operation.ts";
import type { ValidationIssue } from "../../../validation/issue.ts";
import { validate, type ValidateOptions } from "../../../validation/validate.ts";
import { joinRequest } from "../../validate/flat-request.ts";

/** Every problem of a join that shows before it is sent. Paths are the caller's: `rtcConfig.pubBotUid`. */
export function validateSttJoin(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(joinRequest(), request, options);
}

export const join = /* @__PURE__ */ defineOperation({
  name: "sttAgents.join",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/join",
  effect: "begin",
  request: joinRequest,
  body: true,
});
