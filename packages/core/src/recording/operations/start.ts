import { defineOperation } from "../../contract/operation.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object } from "../../validation/object.ts";
import { integer, once, string } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { fitsScene } from "../scene.ts";
import type { KnownRecordingMode } from "../types/mode.ts";
import type { LeaseFields, StartRequestOf } from "../types/start.ts";
import { clientRequest } from "../validate/client-request.ts";
import { checkCname, isChannelMode, pathPart, startMode, uid } from "../validate/identity.ts";
import { checkMode } from "../validate/mode-rules.ts";

/** Of what a lease has besides, the scene alone is looked at. */
type Checked = Omit<StartRequestOf<KnownRecordingMode>, Exclude<keyof LeaseFields, "scene">>;

/** What start takes. */
export const startRequest = /* @__PURE__ */ once(() =>
  object<Checked>(
    {
      cname: string(),
      uid: uid(),
      resourceId: pathPart(),
      mode: startMode(),
      clientRequest: clientRequest(),
    },
    { scene: integer(0) },
    (request, report, warn) => {
      // A lease says nothing where acquire was told nothing, which means 0.
      const scene = get(request, "scene") ?? (isAbsent(get(request, "acquiredAt")) ? undefined : 0);
      const wanted = get(request, "mode");
      checkCname(request, report, isChannelMode(wanted));
      // R9. The scene comes with the lease, so a lease for the wrong kind of recording shows here.
      if (typeof scene === "number" && !fitsScene(wanted, scene)) {
        report("scene", `must ${wanted === "web" ? "" : "not "}be 1 for this mode`);
      }
      checkMode(request, report, warn);
    },
    "lenient",
  ),
);

/** Every problem of a start request that shows before it is sent. Paths are the caller's: `clientRequest.token`. */
export function validateStart(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(startRequest(), request, options);
}

export const start = /* @__PURE__ */ defineOperation({
  name: "recording.start",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/mode/{mode}/start",
  effect: "begin",
  request: startRequest,
  body: ["cname", "uid", "clientRequest"],
});
