import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { layoutFields, layoutRule } from "../validate/layout.ts";
import type { UpdateLayoutClientRequest } from "../types/update-layout.ts";
import { layoutHandle, type Target } from "../validate/handle.ts";
import { readChange } from "../parse/echo.ts";
import { recordingService } from "../service.ts";

/** What updateLayout takes. */
export const layoutCall = /* @__PURE__ */ once(() =>
  object<{ handle: Target; clientRequest: UpdateLayoutClientRequest }>(
    { handle: layoutHandle(), clientRequest: object<UpdateLayoutClientRequest>({}, layoutFields(), layoutRule) },
    {},
  ),
);

export const updateLayout = /* @__PURE__ */ defineOperation({
  name: "recording.updateLayout",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/updateLayout",
  effect: "change",
  request: layoutCall,
  body: ["cname", "uid", "clientRequest"],
  service: recordingService,
  read: readChange,
});
