import type { ClientContext } from "../../client/context.ts";
import { checks, refuse, send, unexpected } from "../../client/operate.ts";
import { integerAt, isObject, objectAt, textAt } from "../../runtime/json.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { isAbsent } from "../../validation/absent.ts";
import { sttService } from "../service.ts";
import { normalizeSttState } from "../states.ts";
import type { SttListFilter, SttListItem } from "../types/list.ts";
import { validateSttList } from "./operations/list.ts";
import { sttAgentsPath } from "./paths.ts";

const operation = "sttAgents.list";

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

function toQuery(filter: SttListFilter, cursor: string | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, cursor })) {
    if (!isAbsent(value)) query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Goes through all pages. Ends when the service says so, and when its cursor leads nowhere. */
export async function* list(
  context: ClientContext,
  filter: SttListFilter,
  options?: CallOptions,
): AsyncGenerator<SttListItem, void, undefined> {
  refuse(sttService, operation, validateSttList(filter, checks(context, operation)));
  let cursor = filter.cursor ?? undefined;
  const seen = new Set<string | undefined>([cursor]);
  for (;;) {
    const path = `${sttAgentsPath(context)}/agents${toQuery(filter, cursor)}`;
    const call = { service: sttService, operation, method: "GET", path } as const;
    const answer = await send(context, call, options);
    const { data } = answer.body;
    // Some servers write an empty list as null.
    const found = isObject(data) ? (data.list ?? []) : undefined;
    if (!Array.isArray(found)) unexpected(call, answer, "data.list");
    yield* found.flatMap(readItem);
    const next = objectAt(answer.body, "meta").cursor;
    cursor = typeof next === "number" ? String(next) : textAt({ next }, "next");
    if (cursor === undefined || found.length === 0 || seen.has(cursor)) return;
    seen.add(cursor);
  }
}
