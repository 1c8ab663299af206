import type { ChannelsOperation } from "@agora-edge/core";

/** A request to channel management, whose operations have no App ID in their path where they are about rules. */
export interface ChannelsRoute {
  readonly family: "channels";
  readonly operation: ChannelsOperation;
  /** Null where the query or the body has it. */
  readonly appId: string | null;
  readonly cname: string;
  readonly uid: string;
  readonly query: URLSearchParams;
  readonly hostsOnly: boolean;
}

const rules: Readonly<Record<string, ChannelsOperation>> = {
  GET: "channels.bans",
  POST: "channels.ban",
  PUT: "channels.updateBan",
  DELETE: "channels.unban",
};

export function matchChannelsRoute(method: string, query: URLSearchParams, segments: readonly string[]) {
  const [version, number, kind, ...rest] = segments;
  if (version !== "dev" || number !== "v1") return null;
  const route = (operation: ChannelsOperation, appId: string | null = null, cname = "", uid = ""): ChannelsRoute => {
    const hostsOnly = rest[3] === "hosts_only" || query.has("hosts_only");
    return { family: "channels", operation, appId, cname, uid, query, hostsOnly };
  };
  const rule = rules[method];
  if (kind === "kicking-rule" && rest.length === 0) return rule ? route(rule) : null;
  if (kind !== "channel" || method !== "GET") return null;
  const [first = "", second = "", third = "", fourth = ""] = rest;
  if (rest.length === 1) return route("channels.list", first);
  if (first !== "user") return null;
  if (rest.length === 3 || (rest.length === 4 && fourth === "hosts_only"))
    return route("channels.users", second, third);
  return rest.length === 5 && second === "property" ? route("channels.user", third, rest[4], fourth) : null;
}
