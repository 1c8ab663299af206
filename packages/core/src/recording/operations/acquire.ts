import { defineOperation } from "../../contract/operation.ts";
import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object } from "../../validation/object.ts";
import { advise, amount, choice, choose, integer, once, string, text } from "../../validation/schema.ts";
import type { AcquireClientRequest, AcquireRequest } from "../types/acquire.ts";
import type { ClientRequest } from "../types/client-request.ts";
import { clientRequest } from "../validate/client-request.ts";
import { checkCname } from "../validate/mode.ts";
import { uid } from "../../rtc/identity.ts";
import type { Reading } from "../../context/run-operation.ts";
import { textAt } from "../../runtime/json.ts";
import { isAbsent } from "../../validation/absent.ts";
import { recordingService } from "../service.ts";
import type { RecordingResource } from "../types/resource.ts";
import { leaseTime } from "../../runtime/lease-time.ts";

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
          // It is most of the schema and seldom given, so it is made when it is.
          startParameter: choose<ClientRequest>(() => true, clientRequest),
        },
      ),
    },
    (request, report) => checkCname(request, report, get(request, "clientRequest.scene") !== 1),
    "lenient",
  ),
);

export const acquire = /* @__PURE__ */ defineOperation({
  name: "recording.acquire",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/acquire",
  effect: "lease",
  request: acquireRequest,
  body: ["cname", "uid", "clientRequest"],
  service: recordingService,
  read({ answer, input, missing }: Reading<AcquireRequest>): RecordingResource {
    const { cname, uid, clientRequest } = input;
    const { body, sentAt } = answer;
    const resourceId = textAt(body, "resourceId") ?? missing("resourceId");
    const grant = textAt(body, "grant");
    return {
      cname,
      uid,
      resourceId,
      acquiredAt: sentAt,
      // From the moment the request left: the service's own clock can only have started later.
      expiresAt: sentAt + leaseTime,
      ...(isAbsent(clientRequest?.scene) ? {} : { scene: clientRequest.scene }),
      ...(grant === undefined ? {} : { grant }),
    };
  },
});
