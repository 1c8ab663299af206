import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";

export const notificationAddresses = /* @__PURE__ */ defineOperation({
  name: "recording.notificationAddresses",
  method: "GET",
  path: "/v1/ncs/ip",
  effect: "read",
  request: /* @__PURE__ */ once(() => object<object>({}, {})),
  serverOnly: true,
});
