import { defineOperation } from "../../../contract/operation.ts";
import type { ValidationIssue } from "../../../validation/issue.ts";
import { object } from "../../../validation/object.ts";
import { integer, once } from "../../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../../validation/validate.ts";
import type { SttAcquireRequest } from "../../types/acquire.ts";
import { instanceId } from "../../validate/fields.ts";

/** What acquire takes. How many hours are allowed is not documented. */
export const acquireTaskRequest = /* @__PURE__ */ once(() =>
  object<SttAcquireRequest>({ instanceId: instanceId() }, { resourceExpiredHour: integer(1) }, undefined, "lenient"),
);

/** Every problem of an acquire request that shows before it is sent. */
export function validateSttAcquire(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(acquireTaskRequest(), request, options);
}

export const acquire = /* @__PURE__ */ defineOperation({
  name: "sttTasks.acquire",
  method: "POST",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/builderTokens",
  effect: "lease",
  request: acquireTaskRequest,
  body: ["instanceId", "resourceExpiredHour"],
});
