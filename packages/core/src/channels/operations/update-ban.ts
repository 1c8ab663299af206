import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { number, once } from "../../validation/schema.ts";
import { ruleId } from "../check.ts";
import type { BanDuration } from "../types.ts";
import type { Reading } from "../../context/run-operation.ts";
import { objectAt } from "../../runtime/json.ts";
import { channelsService } from "../service.ts";

export const updateBanRequest = /* @__PURE__ */ once(() =>
  object<BanDuration & { id: number }>(
    { id: ruleId() },
    { time: number(0, Infinity), time_in_seconds: number(0, Infinity) },
  ),
);

export const updateBan = /* @__PURE__ */ defineOperation({
  name: "channels.updateBan",
  method: "PUT",
  path: "/dev/v1/kicking-rule",
  effect: "change",
  request: updateBanRequest,
  body: true,
  serverOnly: true,
  service: channelsService,
  isGlobal: true,
  toBody: (request: BanDuration & { id: number }, appid: string) => ({ appid, ...request }),
  read: ({ answer, input }: Reading<BanDuration & { id: number }>): { id: number; ts?: string } => ({
    ...objectAt(answer.body, "result"),
    id: input.id,
  }),
});
