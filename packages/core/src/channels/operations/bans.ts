import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";

const bansRequest = /* @__PURE__ */ once(() => object<object>({}, {}));

export const bans = /* @__PURE__ */ defineOperation({
  name: "channels.bans",
  method: "GET",
  path: "/dev/v1/kicking-rule{?appid}",
  effect: "read",
  request: bansRequest,
  serverOnly: true,
});
