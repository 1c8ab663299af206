import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { cname, uid } from "../check.ts";

const userRequest = /* @__PURE__ */ once(() =>
  object<{ cname: string; uid: number | string }>({ cname: cname(), uid: uid() }, {}),
);

export const user = /* @__PURE__ */ defineOperation({
  name: "channels.user",
  method: "GET",
  path: "/dev/v1/channel/user/property/{appId}/{uid}/{cname}",
  effect: "read",
  request: userRequest,
  serverOnly: true,
});
