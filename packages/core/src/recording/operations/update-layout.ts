import { defineOperation } from "../../contract/operation.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { layoutFields, layoutRule } from "../validate/layout.ts";
import type { UpdateLayoutClientRequest } from "../types/update-layout.ts";
import { layoutHandle, type Target } from "../validate/handle.ts";

/** What updateLayout takes. */
export const layoutCall = /* @__PURE__ */ once(() =>
  object<{ handle: Target; clientRequest: UpdateLayoutClientRequest }>(
    { handle: layoutHandle(), clientRequest: object<UpdateLayoutClientRequest>({}, layoutFields(), layoutRule) },
    {},
  ),
);

/** Every problem of an updateLayout that shows before it is sent. Of the known modes for mix alone (R30). */
export function validateUpdateLayout(
  handle: unknown,
  clientRequest: unknown,
  options?: ValidateOptions,
): ValidationIssue[] {
  return validate(layoutCall(), { handle, clientRequest }, options);
}

export const updateLayout = /* @__PURE__ */ defineOperation({
  name: "recording.updateLayout",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/updateLayout",
  effect: "change",
  request: layoutCall,
  body: ["cname", "uid", "clientRequest"],
});
