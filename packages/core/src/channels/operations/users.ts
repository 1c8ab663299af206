import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { boolean, once } from "../../validation/schema.ts";
import { cname } from "../check.ts";
import type { Reading } from "../../context/run-operation.ts";
import { integerAt } from "../../runtime/json.ts";
import { dataOf, listAt } from "../read.ts";
import { channelsService } from "../service.ts";
import type { ChannelUsers } from "../types.ts";

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
  service: channelsService,
  isGlobal: true,
  locate: (path: string, { hostsOnly }: { cname: string; hostsOnly?: boolean }) =>
    hostsOnly ? `${path}/hosts_only` : path,
  read(reading: Reading<{ cname: string; hostsOnly?: boolean }>): ChannelUsers {
    const data = dataOf(reading, "channel_exist");
    const exists = data.channel_exist === true;
    const hosts = [...listAt(data, "users"), ...listAt(data, "broadcasters")];
    const audience = listAt(data, "audience");
    const listening = integerAt(data, "audience_total") ?? audience.length;
    return {
      ...data,
      channel_exist: exists,
      exists,
      uids: [...hosts, ...audience].map(String),
      count: integerAt(data, "total") ?? hosts.length + listening,
    };
  },
});
