import { defineOperation } from "../../contract/operation.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { queryHandle, type QueryTarget } from "../validate/handle.ts";

const queryCall = /* @__PURE__ */ once(() => object<{ handle: QueryTarget }>({ handle: queryHandle() }, {}));

/** Every problem of a query that shows before it is sent. */
export function validateQuery(handle: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(queryCall(), { handle }, options);
}

export const query = /* @__PURE__ */ defineOperation({
  name: "recording.query",
  method: "GET",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/query",
  effect: "read",
  request: queryCall,
});
