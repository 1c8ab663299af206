import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { ruleId } from "../check.ts";

const unbanRequest = /* @__PURE__ */ once(() => object<{ id: number }>({ id: ruleId() }, {}));

export const unban = /* @__PURE__ */ defineOperation({
  name: "channels.unban",
  method: "DELETE",
  path: "/dev/v1/kicking-rule",
  effect: "change",
  request: unbanRequest,
  body: true,
  serverOnly: true,
});
