import { defineOperation } from "../../../contract/operation.ts";
import type { ValidationIssue } from "../../../validation/issue.ts";
import { object } from "../../../validation/object.ts";
import { once } from "../../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../../validation/validate.ts";
import type { SttV7UpdateFields } from "../../types/update.ts";
import { agentHandle, type CheckedAgent } from "../../validate/agent-handle.ts";
import { hasChange, v7Fields } from "../../validate/updated-fields.ts";

const updateCall = /* @__PURE__ */ once(() =>
  object<{ handle: CheckedAgent; fields: SttV7UpdateFields }>(
    { handle: agentHandle(), fields: v7Fields() },
    {},
    hasChange,
  ),
);

/** Every problem of an update that shows before it is sent. Paths begin with `handle` or `fields`. */
export function validateSttAgentUpdate(handle: unknown, fields: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(updateCall(), { handle, fields }, options);
}

export const update = /* @__PURE__ */ defineOperation({
  name: "sttAgents.update",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/agents/{agentId}/update{?sequenceId,updateMask}",
  effect: "change",
  request: updateCall,
  body: "fields",
});
