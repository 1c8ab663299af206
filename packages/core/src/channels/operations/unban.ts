import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { ruleId } from "../check.ts";
import type { Reading } from "../../context/run-operation.ts";
import { channelsService } from "../service.ts";

const unbanRequest = /* @__PURE__ */ once(() => object<{ id: number }>({ id: ruleId() }, {}));

export const unban = /* @__PURE__ */ defineOperation({
  name: "channels.unban",
  method: "DELETE",
  path: "/dev/v1/kicking-rule",
  effect: "change",
  request: unbanRequest,
  body: true,
  serverOnly: true,
  service: channelsService,
  isGlobal: true,
  toBody: ({ id }: { id: number }, appid: string) => ({ appid, id }),
  read: ({ answer, input }: Reading<{ id: number }>): { id: number } => ({ ...answer.body, id: input.id }),
});
