import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { number, once, string, text } from "../../validation/schema.ts";
import { list } from "../../validation/list.ts";
import { get } from "../../validation/get.ts";
import { uid } from "../check.ts";
import type { BanRequest } from "../types.ts";

const banRequest = /* @__PURE__ */ once(() =>
  object<BanRequest>(
    { privileges: list(text(), 1) },
    {
      cname: string(),
      uid: uid(),
      ip: string(),
      time: number(0, Infinity),
      time_in_seconds: number(0, Infinity),
    },
    (request, report) => {
      // A rule about nobody in particular is documented nowhere, and would be one about everybody.
      if (!get(request, "cname") && !get(request, "uid") && !get(request, "ip"))
        report("cname", "or a uid or an ip is required");
    },
  ),
);

export const ban = /* @__PURE__ */ defineOperation({
  name: "channels.ban",
  method: "POST",
  path: "/dev/v1/kicking-rule",
  effect: "change",
  request: banRequest,
  body: true,
  serverOnly: true,
});
