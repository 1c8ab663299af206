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

export function channelsRoute(
  operation: ChannelsOperation,
  ids: Readonly<Record<string, string>>,
  query: URLSearchParams,
  pathname: string,
): ChannelsRoute {
  const { appId = null, cname = "", uid = "" } = ids;
  const hostsOnly = pathname.endsWith("/hosts_only") || query.has("hosts_only");
  return { family: "channels", operation, appId, cname, uid, query, hostsOnly };
}
