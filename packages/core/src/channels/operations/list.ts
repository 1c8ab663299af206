import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { integer, once } from "../../validation/schema.ts";
import type { ChannelListFilter } from "../types.ts";
import type { Reading } from "../../context/run-operation.ts";
import type { ClientContext } from "../../context/context.ts";
import { prepare, runPrepared } from "../../context/run-operation.ts";
import { withQuery } from "../../contract/uri-template.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { integerAt, isObject, textAt } from "../../runtime/json.ts";
import { dataOf, listAt } from "../read.ts";
import { channelsService } from "../service.ts";
import type { ChannelListItem } from "../types.ts";

/** One page of a list. */
export interface ChannelPage {
  readonly items: readonly ChannelListItem[];
  readonly count: number;
  /** On all pages. */
  readonly total: number;
}

function readItem(item: unknown): ChannelListItem[] {
  const cname = isObject(item) ? textAt(item, "channel_name") : undefined;
  if (!isObject(item) || cname === undefined) return [];
  return [{ ...item, channel_name: cname, cname, user_count: integerAt(item, "user_count") ?? 0 }];
}

export const listRequest = /* @__PURE__ */ once(() =>
  object<ChannelListFilter>({}, { page_no: integer(0), page_size: integer(1) }),
);

export const list = /* @__PURE__ */ defineOperation({
  name: "channels.list",
  method: "GET",
  path: "/dev/v1/channel/{appId}{?page_no,page_size}",
  effect: "read",
  request: listRequest,
  serverOnly: true,
  service: channelsService,
  isGlobal: true,
  locate: (path: string, { page_no = 0, page_size = 100 }: ChannelListFilter) =>
    withQuery(path.split("?")[0] ?? "", { page_no, page_size }),
  read(reading: Reading<ChannelListFilter>): ChannelPage {
    const data = dataOf(reading, "channels");
    const found = listAt(data, "channels");
    return { items: found.flatMap(readItem), count: found.length, total: integerAt(data, "total_size") ?? Infinity };
  },
});

/** Goes through all pages. Ends with the last, and where a page is empty. */
export async function* listAll(
  context: ClientContext,
  filter: ChannelListFilter,
  options?: CallOptions,
): AsyncGenerator<ChannelListItem, void, undefined> {
  let prepared = prepare(context, list, filter, options);
  const { page_size = 100 } = filter;
  for (let page = filter.page_no ?? 0; ; page++) {
    const { items, count, total } = await runPrepared(list, prepared);
    yield* items;
    if (count === 0 || (page + 1) * page_size >= total) return;
    const path = list.locate(prepared.call.path, { page_no: page + 1, page_size });
    prepared = { ...prepared, call: { ...prepared.call, path } };
  }
}
