import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import type { Reading } from "../../context/run-operation.ts";
import { isObject, objectAt, textAt } from "../../runtime/json.ts";
import { recordingService } from "../service.ts";

const request = /* @__PURE__ */ once(() => object<object>({}, {}));

export const notificationAddresses = /* @__PURE__ */ defineOperation({
  name: "recording.notificationAddresses",
  method: "GET",
  path: "/v1/ncs/ip",
  effect: "read",
  request,
  serverOnly: true,
  service: recordingService,
  isGlobal: true,
  read({ answer, missing }: Reading<object>): string[] {
    const { hosts } = objectAt(objectAt(answer.body, "data"), "service");
    const found = Array.isArray(hosts)
      ? hosts.flatMap((host) => (isObject(host) ? (textAt(host, "primaryIP") ?? []) : []))
      : [];
    // An empty list would make a firewall lock every notification out.
    return found.length > 0 ? found : missing("data.service.hosts");
  },
});
