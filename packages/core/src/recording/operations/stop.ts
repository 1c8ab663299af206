import { defineOperation } from "../../contract/operation.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object } from "../../validation/object.ts";
import { boolean, once } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { StopClientRequest } from "../types/stop.ts";
import { recordingHandle, type Target } from "../validate/handle.ts";

/** What stop takes. */
export const stopCall = /* @__PURE__ */ once(() =>
  object<{ handle: Target; clientRequest?: StopClientRequest | undefined }>(
    { handle: recordingHandle() },
    { clientRequest: object<StopClientRequest>({}, { async_stop: boolean() }) },
  ),
);

/** Every problem of a stop that shows before it is sent. */
export function validateStop(handle: unknown, clientRequest?: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(stopCall(), { handle, clientRequest }, options);
}

export const stop = /* @__PURE__ */ defineOperation({
  name: "recording.stop",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/stop",
  effect: "end",
  request: stopCall,
  body: ["cname", "uid", "clientRequest"],
});
