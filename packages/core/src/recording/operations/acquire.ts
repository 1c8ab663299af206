import { defineOperation } from "../../contract/operation.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { list } from "../../validation/list.ts";
import { object } from "../../validation/object.ts";
import { advise, amount, choice, integer, once, string, text } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { AcquireClientRequest, AcquireRequest } from "../types/acquire.ts";
import { clientRequest } from "../validate/client-request.ts";
import { checkCname, uid } from "../validate/identity.ts";

const regions: readonly unknown[] = ["CN", "AP", "EU", "NA"];

/** What acquire takes. */
export const acquireRequest = /* @__PURE__ */ once(() =>
  object<AcquireRequest>(
    { cname: string(), uid: uid() },
    {
      clientRequest: object<AcquireClientRequest>(
        {},
        {
          scene: choice(2),
          resourceExpiredHour: amount(1, 720, "hours", [3600, "seconds"]), // R35
          excludeResourceIds: list(text()),
          region: advise(
            text(),
            (region) => regions.includes(region),
            `is not documented: known are ${regions.join(", ")}`,
          ),
          regionAffinity: integer(0),
          // The mode is not known yet, so the rules of the modes wait for start.
          startParameter: clientRequest(),
        },
      ),
    },
    (request, report) => checkCname(request, report, get(request, "clientRequest.scene") !== 1),
    "lenient",
  ),
);

/** Every problem of an acquire request that shows before it is sent. */
export function validateAcquire(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(acquireRequest(), request, options);
}

export const acquire = /* @__PURE__ */ defineOperation({
  name: "recording.acquire",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/acquire",
  effect: "lease",
  request: acquireRequest,
  body: ["cname", "uid", "clientRequest"],
});
