import { defineOperation } from "../../../contract/operation.ts";
import type { SttListFilter } from "../../types/list.ts";
import { object } from "../../../validation/object.ts";
import { accept, amount, integer, once, string, text } from "../../../validation/schema.ts";
import { MAX_SECONDS } from "../../../validation/seconds.ts";
import type { ClientContext } from "../../../context/context.ts";
import { prepare, runPrepared, type Reading } from "../../../context/run-operation.ts";
import type { CallOptions } from "../../../pipeline/call.ts";
import { integerAt, isObject, objectAt, textAt } from "../../../runtime/json.ts";
import { sttAgentsService } from "../service.ts";
import { normalizeSttState } from "../../states.ts";
import type { SttListItem } from "../../types/list.ts";
import { withQuery } from "../../../contract/uri-template.ts";

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

/** One page of a list. */
export interface SttAgentPage {
  readonly items: readonly SttListItem[];
  /** Where the next one begins. */
  readonly cursor: string | undefined;
}

function readItem(item: unknown): SttListItem[] {
  const agentId = isObject(item) ? textAt(item, "agent_id") : undefined;
  if (!isObject(item) || agentId === undefined) return [];
  const status = textAt(item, "status") ?? "";
  const startTs = integerAt(item, "start_ts");
  return [
    {
      ...item,
      agent_id: agentId,
      agentId,
      ...(startTs === undefined ? {} : { start_ts: startTs }),
      status,
      state: normalizeSttState(status),
    },
  ];
}

export const list = /* @__PURE__ */ defineOperation({
  name: "sttAgents.list",
  method: "GET",
  path: "/api/speech-to-text/v1/projects/{appId}/agents{?channel,from_time,to_time,state,limit,cursor}",
  effect: "read",
  request: listFilter,
  service: sttAgentsService,
  isGlobal: true,
  // Fields that are newer than this SDK go along.
  locate: (path: string, filter: SttListFilter) => withQuery(path.split("?")[0] ?? "", filter),
  read({ answer: { body }, missing }: Reading<SttListFilter>): SttAgentPage {
    const { data } = body;
    // Some servers write an empty list as null.
    const found = isObject(data) ? (data.list ?? []) : undefined;
    if (!Array.isArray(found)) return missing("data.list");
    const next = objectAt(body, "meta").cursor;
    return {
      items: found.flatMap(readItem),
      cursor: found.length === 0 ? undefined : typeof next === "number" ? String(next) : textAt({ next }, "next"),
    };
  },
});

/** Goes through all pages. Ends when the service says so, and when its cursor leads nowhere. */
export async function* listAll(
  context: ClientContext,
  filter: SttListFilter,
  options?: CallOptions,
): AsyncGenerator<SttListItem, void, undefined> {
  let prepared = prepare(context, list, filter, options);
  const seen = new Set<string | undefined>([filter.cursor ?? undefined]);
  for (;;) {
    const { items, cursor } = await runPrepared(list, prepared);
    yield* items;
    if (cursor === undefined || seen.has(cursor)) return;
    seen.add(cursor);
    const path = list.locate(prepared.call.path, { ...filter, cursor });
    prepared = { ...prepared, call: { ...prepared.call, path } };
  }
}
