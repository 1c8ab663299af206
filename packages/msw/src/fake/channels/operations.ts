import { ok, gatewayRefusal, type Answer } from "../http/answer.ts";
import { isObject, parseJson, type JsonObject } from "../runtime/json.ts";
import { refusals } from "../http/refusals.ts";
import { reviewTranscriptions } from "../stt/lifecycle/presence.ts";
import { reviewChannel } from "../recording/lifecycle/rtc.ts";
import type { ServiceState } from "../state/state.ts";
import { removeBanned, type Ban, type Banned } from "../state/bans.ts";
import type { ChannelsRoute } from "../http/channel-routes.ts";

const refuse = (message: string, status = 400): Answer => gatewayRefusal(status, message);

/** Channel management: the users of a channel, and rules about who may join. */
export function manageChannels(state: ServiceState, route: ChannelsRoute, text: string): Answer {
  const body = readBody(text);
  const appId = route.appId ?? route.query.get("appid") ?? body.appid;
  if (appId !== state.settings.appId) return refusals.wrongAppId;
  return handlers[route.operation](state, route, body);
}

const readBody = (text: string): JsonObject => {
  const value = text === "" ? undefined : parseJson(text)?.value;
  return isObject(value) ? value : {};
};

type Handler = (state: ServiceState, route: ChannelsRoute, body: JsonObject) => Answer;

const handlers: Readonly<Record<ChannelsRoute["operation"], Handler>> = {
  "channels.list": ({ channels }, { query }) => {
    const size = Number(query.get("page_size") ?? 100);
    const first = Number(query.get("page_no") ?? 0) * size;
    const all = channels.names.map((name) => ({ channel_name: name, user_count: channels.users(name).length }));
    return ok({ success: true, data: { channels: all.slice(first, first + size), total_size: all.length } });
  },
  "channels.users": ({ channels }, { cname, hostsOnly }) => {
    const users = channels.users(cname);
    if (users.length === 0) return ok({ success: true, data: { channel_exist: false } });
    const named = (role: string) => users.filter((user) => user.role === role).map(({ uid }) => numberOf(uid));
    const audience = named("audience");
    const heard = hostsOnly ? {} : { audience, audience_total: audience.length };
    return ok({ success: true, data: { channel_exist: true, mode: 2, broadcasters: named("host"), ...heard } });
  },
  "channels.user": ({ channels }, { cname, uid }) => {
    const user = channels.users(cname).find((one) => one.uid === uid);
    if (!user) return ok({ success: true, data: { in_channel: false } });
    const join = Math.floor(channels.joinedAt(cname, uid) / 1000);
    const role = user.role === "host" ? 2 : 3;
    return ok({ success: true, data: { join, uid: numberOf(uid), in_channel: true, platform: 7, role } });
  },
  "channels.bans": ({ bans, scheduler, settings }) =>
    ok({ status: "success", rules: bans.at(scheduler.now()).map((ban) => shown(ban, settings.appId)) }),
  "channels.ban": (state, _route, body) => {
    const { bans, scheduler } = state;
    const rule = readRule(body);
    if (!rule) return refuse("invalid parameters");
    const ban = bans.add(rule, scheduler.now(), lengthOf(body));
    const changed = removeBanned(state.channels, rule);
    review(state, changed);
    if (ban.endsAt > scheduler.now()) reviewLater(state, ban);
    return ok({ status: "success", id: ban.id });
  },
  "channels.updateBan": (state, _route, { id, ...body }) => {
    const ban = state.bans.get(id);
    if (!ban) return refuse("rule not found", 404);
    const now = state.scheduler.now();
    ban.updatedAt = now;
    ban.endsAt = now + lengthOf(body);
    reviewLater(state, ban);
    return ok({ status: "success", result: { id: ban.id, ts: iso(ban.endsAt) } });
  },
  "channels.unban": (state, _route, { id }) => {
    const ban = state.bans.get(id);
    if (!ban) return refuse("rule not found", 404);
    state.bans.delete(ban.id);
    review(state, state.channels.names);
    return ok({ status: "success", id: ban.id });
  },
};

const numberOf = (uid: string): number | string => (/^\d+$/.test(uid) ? Number(uid) : uid);

const iso = (ms: number): string => new Date(ms).toISOString();

const shown = (ban: Ban, appid: string): object => ({
  id: ban.id,
  appid,
  ...(ban.uid === null ? {} : { uid: numberOf(ban.uid) }),
  opid: ban.id,
  cname: ban.cname ?? "",
  ip: ban.ip ?? "",
  ts: iso(ban.endsAt),
  privileges: ban.privileges,
  createAt: iso(ban.createdAt),
  updateAt: iso(ban.updatedAt),
});

function readRule({ cname, uid, ip, privileges }: JsonObject): Banned | null {
  const given = (value: unknown) => (typeof value === "string" || typeof value === "number") && value !== "";
  if (!Array.isArray(privileges) || privileges.length === 0 || uid === 0) return null;
  if (![cname, uid, ip].some(given)) return null;
  const text = (value: unknown) => (given(value) ? String(value) : null);
  return { cname: text(cname), uid: text(uid), ip: text(ip), privileges: privileges.map(String) };
}

const within = (value: unknown, least: number, most: number): number =>
  value === 0 ? 0 : Math.min(Math.max(Number(value), least), most);

/** In ms. Values out of range become the nearest one in it; without any it is an hour. */
function lengthOf({ time, time_in_seconds: seconds }: JsonObject): number {
  if (seconds !== undefined) return within(seconds, 10, 86_430) * 1000;
  return within(time ?? 60, 1, 1440) * 60_000;
}

function review(state: ServiceState, cnames: readonly string[]): void {
  for (const cname of cnames) {
    for (const task of state.tasks.values())
      if (task.mode !== "web" && task.cname === cname) reviewChannel(state, task);
    reviewTranscriptions(state, cname);
  }
}

/** When a rule ends by itself, the users whom it silenced can be heard again. */
function reviewLater(state: ServiceState, ban: Ban): void {
  state.scheduler.at(ban.endsAt, () => review(state, state.channels.names), { outside: true });
}
