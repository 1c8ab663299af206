import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { cname, uid } from "../check.ts";
import type { Reading } from "../../context/run-operation.ts";
import { dataOf } from "../read.ts";
import { channelsService } from "../service.ts";
import type { ChannelUser } from "../types.ts";

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
  service: channelsService,
  isGlobal: true,
  read(reading: Reading<{ cname: string; uid: number | string }>): ChannelUser {
    const data = dataOf(reading, "in_channel");
    const inChannel = data.in_channel === true;
    return { ...data, in_channel: inChannel, inChannel };
  },
});
