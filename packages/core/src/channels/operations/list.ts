import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { integer, once } from "../../validation/schema.ts";
import type { ChannelListFilter } from "../types.ts";

const listRequest = /* @__PURE__ */ once(() =>
  object<ChannelListFilter>({}, { page_no: integer(0), page_size: integer(1) }),
);

export const list = /* @__PURE__ */ defineOperation({
  name: "channels.list",
  method: "GET",
  path: "/dev/v1/channel/{appId}{?page_no,page_size}",
  effect: "read",
  request: listRequest,
  serverOnly: true,
});
