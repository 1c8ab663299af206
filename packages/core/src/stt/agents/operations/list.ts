import { defineOperation } from "../../../contract/operation.ts";
import type { SttListFilter } from "../../types/list.ts";
import type { ValidationIssue } from "../../../validation/issue.ts";
import { object } from "../../../validation/object.ts";
import { accept, amount, integer, once, string, text } from "../../../validation/schema.ts";
import { MAX_SECONDS } from "../../../validation/seconds.ts";
import { validate, type ValidateOptions } from "../../../validation/validate.ts";

/** What list takes. */
export const listFilter = /* @__PURE__ */ once(() => {
  const seconds = amount(0, MAX_SECONDS, "Unix seconds", [1000, "milliseconds"]);
  return object<SttListFilter>(
    {},
    {
      channel: text(),
      from_time: seconds,
      to_time: seconds,
      // In a query string a number is the same as a string. One state is all that a request can ask for.
      state: accept(
        (value) => (typeof value === "string" || typeof value === "number") && /^\d+$/.test(`${value}`),
        "must be one number in a string, such as 2 for RUNNING",
      ),
      limit: integer(1),
      cursor: string(),
    },
  );
});

/** Every problem of a filter that shows before it is sent. Without a filter there is none. */
export function validateSttList(filter: unknown = {}, options?: ValidateOptions): ValidationIssue[] {
  return validate(listFilter(), filter, options);
}

export const list = /* @__PURE__ */ defineOperation({
  name: "sttAgents.list",
  method: "GET",
  path: "/api/speech-to-text/v1/projects/{appId}/agents{?channel,from_time,to_time,state,limit,cursor}",
  effect: "read",
  request: listFilter,
});
