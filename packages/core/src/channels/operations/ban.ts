import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { number, once, string, text } from "../../validation/schema.ts";
import { list } from "../../validation/list.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { uid } from "../check.ts";
import type { BanRequest } from "../types.ts";
import type { Reading } from "../../context/run-operation.ts";
import { integerAt } from "../../runtime/json.ts";
import { channelsService } from "../service.ts";

export const banRequest = /* @__PURE__ */ once(() =>
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
      // A rule without a user, channel or address is not documented, and would apply to everybody.
      if (!get(request, "cname") && !get(request, "uid") && !get(request, "ip"))
        report("", "must have a cname, a uid or an ip");
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
  service: channelsService,
  isGlobal: true,
  // A lost answer is not asked for again: each request makes a rule of its own.
  once: true,
  // Agora docs: with less, the ID of a rule that was made can get lost.
  timeout: () => 20_000,
  toBody: ({ uid, ...request }: BanRequest, appid: string) => ({
    appid,
    ...request,
    ...(isAbsent(uid) ? {} : { uid: Number(uid) }),
  }),
  read: ({ answer, missing }: Reading<BanRequest>): { id: number } => ({
    ...answer.body,
    id: integerAt(answer.body, "id") ?? missing("id"),
  }),
});
