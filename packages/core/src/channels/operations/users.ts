import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { boolean, once } from "../../validation/schema.ts";
import { cname } from "../check.ts";

const usersRequest = /* @__PURE__ */ once(() =>
  object<{ cname: string; hostsOnly?: boolean }>({ cname: cname() }, { hostsOnly: boolean() }),
);

export const users = /* @__PURE__ */ defineOperation({
  name: "channels.users",
  method: "GET",
  path: "/dev/v1/channel/user/{appId}/{cname}",
  effect: "read",
  request: usersRequest,
  serverOnly: true,
});
