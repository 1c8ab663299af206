import { defineOperation } from "../../../contract/operation.ts";
import { object } from "../../../validation/object.ts";
import { integer, once } from "../../../validation/schema.ts";
import type { SttAcquireRequest } from "../../types/acquire.ts";
import { instanceId } from "../../validate/fields.ts";
import type { Reading } from "../../../context/run-operation.ts";
import { integerAt, textAt } from "../../../runtime/json.ts";
import { leaseTime } from "../../../runtime/lease-time.ts";
import { sttTasksService } from "../service.ts";
import type { SttTaskLease } from "../../types/lease.ts";

/** What acquire takes. How many hours are allowed is not documented. */
export const acquireTaskRequest = /* @__PURE__ */ once(() =>
  object<SttAcquireRequest>({ instanceId: instanceId() }, { resourceExpiredHour: integer(1) }, undefined, "lenient"),
);

export const acquire = /* @__PURE__ */ defineOperation({
  name: "sttTasks.acquire",
  method: "POST",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/builderTokens",
  effect: "lease",
  request: acquireTaskRequest,
  body: ["instanceId", "resourceExpiredHour"],
  service: sttTasksService,
  isGlobal: true,
  read({ answer: { body, sentAt }, input: { instanceId }, missing }: Reading<SttAcquireRequest>): SttTaskLease {
    const tokenName = textAt(body, "tokenName") ?? missing("tokenName");
    const createTs = integerAt(body, "createTs");
    const grant = textAt(body, "grant");
    return {
      tokenName,
      ...(createTs === undefined ? {} : { createTs }),
      instanceId,
      acquiredAt: sentAt,
      // From the moment the request left: the service's own clock can only have started later.
      expiresAt: sentAt + leaseTime,
      ...(grant === undefined ? {} : { grant }),
    };
  },
});
