import type { ClientContext } from "../client/context.ts";
import { refuse, send, unexpected, type CallParts } from "../client/operate.ts";
import { integerAt, isObject, textAt, type JsonObject } from "../runtime/json.ts";
import type { ReceivedAnswer, CallOptions } from "../pipeline/call.ts";
import { buildPath } from "../pipeline/url.ts";
import { checkCname, checkPage, checkUid } from "./check.ts";
import { channelsService as service } from "./service.ts";
import type { ChannelListFilter, ChannelListItem, ChannelUser, ChannelUsers } from "./types.ts";

/** What every answer is about. */
function dataOf(call: CallParts, answer: ReceivedAnswer, field: string): JsonObject {
  const { data } = answer.body;
  return isObject(data) && data[field] !== undefined ? data : unexpected(call, answer, `data.${field}`);
}

const listAt = (data: JsonObject, key: string): unknown[] => {
  const list = data[key];
  return Array.isArray(list) ? list : [];
};

export async function users(
  context: ClientContext,
  cname: string,
  { hostsOnly, ...options }: CallOptions & { hostsOnly?: boolean } = {},
): Promise<ChannelUsers> {
  const operation = "channels.users";
  refuse(service, operation, checkCname(cname));
  const path = buildPath`/dev/v1/channel/user/${context.appId}/${cname}` + (hostsOnly ? "/hosts_only" : "");
  const call = { service, operation, method: "GET", path } as const;
  const answer = await send(context, call, options);
  const data = dataOf(call, answer, "channel_exist");
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
}

export async function user(
  context: ClientContext,
  cname: string,
  uid: number | string,
  options?: CallOptions,
): Promise<ChannelUser> {
  const operation = "channels.user";
  refuse(service, operation, [...checkCname(cname), ...checkUid(uid)]);
  const path = buildPath`/dev/v1/channel/user/property/${context.appId}/${String(uid)}/${cname}`;
  const call = { service, operation, method: "GET", path } as const;
  const answer = await send(context, call, options);
  const data = dataOf(call, answer, "in_channel");
  const inChannel = data.in_channel === true;
  return { ...data, in_channel: inChannel, inChannel };
}

function readItem(item: unknown): ChannelListItem[] {
  const cname = isObject(item) ? textAt(item, "channel_name") : undefined;
  if (!isObject(item) || cname === undefined) return [];
  return [{ ...item, channel_name: cname, cname, user_count: integerAt(item, "user_count") ?? 0 }];
}

/** Goes through all pages. Ends with the last, and where a page is empty. */
export async function* list(
  context: ClientContext,
  filter: ChannelListFilter,
  options?: CallOptions,
): AsyncGenerator<ChannelListItem, void, undefined> {
  const operation = "channels.list";
  refuse(service, operation, checkPage(filter));
  const { page_size: size = 100 } = filter;
  for (let page = filter.page_no ?? 0; ; page++) {
    const path = `${buildPath`/dev/v1/channel/${context.appId}`}?page_no=${page}&page_size=${size}`;
    const call = { service, operation, method: "GET", path } as const;
    const answer = await send(context, call, options);
    const data = dataOf(call, answer, "channels");
    const found = listAt(data, "channels");
    yield* found.flatMap(readItem);
    if (found.length === 0 || (page + 1) * size >= (integerAt(data, "total_size") ?? Infinity)) return;
  }
}
