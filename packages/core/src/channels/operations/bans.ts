import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import type { Reading } from "../../context/run-operation.ts";
import { withQuery } from "../../contract/uri-template.ts";
import { integerAt, isObject } from "../../runtime/json.ts";
import { channelsService } from "../service.ts";
import type { BanRule } from "../types.ts";

const bansRequest = /* @__PURE__ */ once(() => object<object>({}, {}));

export const bans = /* @__PURE__ */ defineOperation({
  name: "channels.bans",
  method: "GET",
  path: "/dev/v1/kicking-rule{?appid}",
  effect: "read",
  request: bansRequest,
  serverOnly: true,
  service: channelsService,
  isGlobal: true,
  locate: (path: string, _input: object, appid: string) => withQuery(path, { appid }),
  read({ answer, missing }: Reading<object>): BanRule[] {
    const { rules } = answer.body;
    if (!Array.isArray(rules)) return missing("rules");
    return rules.flatMap((rule) => {
      const id = isObject(rule) ? integerAt(rule, "id") : undefined;
      return isObject(rule) && id !== undefined ? [{ ...rule, id }] : [];
    });
  },
});
