import type { AgoraOperation, RecordingOperation } from "@agora-edge/core";
import { channelsRoute, type ChannelsRoute } from "./channel-routes.ts";
import { knownRoutes } from "./route-table.ts";
import { sttAgentsRoute, sttTasksRoute, type SttRoute } from "./stt-routes.ts";

/** The operations on recordings. */
export type SessionOperation = Exclude<RecordingOperation, "recording.notificationAddresses">;

/** The path parameters, decoded. */
export interface RecordingRoute {
  readonly operation: SessionOperation;
  readonly appId: string;
  readonly resourceId: string;
  readonly sid: string;
  readonly mode: string;
}

export type Route =
  | RecordingRoute
  | SttRoute
  | ChannelsRoute
  | { readonly operation: "recording.notificationAddresses" }
  | { readonly operation: null };

/**
 * The part of the world that a client may name before the path of either service; the official Python client does, and clients
 * in China.
 */
export const regionPrefix = "(?:/(?:na|eu|ap|cn)(?=/))?";

const inRegion = new RegExp(`^${regionPrefix}`);

/** The path as it is without the part of the world before it. */
export const withoutRegion = (pathname: string): string => pathname.replace(inRegion, "");

/** What the service takes besides: another version of the same path, and one of the operations with a word behind it. */
const aliases = [
  [/^\/v2\/ncs\/ip$/, "/v1/ncs/ip"],
  [/^(\/dev\/v1\/channel\/user\/[^/]+\/[^/]+)\/hosts_only$/, "$1"],
] as const;

const usualPath = (pathname: string): string =>
  aliases.reduce((path, [alias, usual]) => path.replace(alias, usual), pathname);

const patterns = knownRoutes.map(({ operation, method, path }) => ({
  operation,
  method,
  segments: path.split("/").slice(1),
}));

/** Case and method count. Segments are decoded one by one, so that ids may hold encoded slashes. */
export function matchRoute(method: string, url: URL): Route {
  const pathname = withoutRegion(url.pathname);
  const given = usualPath(pathname).split("/").slice(1).map(decode);
  for (const { operation, method: verb, segments } of patterns) {
    const ids = verb === method ? match(segments, given) : null;
    if (ids) return routeOf(operation, ids, url.searchParams, pathname);
  }
  return { operation: null };
}

type Ids = Readonly<Record<string, string>>;

const isOf = <Service extends string>(
  service: Service,
  operation: AgoraOperation,
): operation is Extract<AgoraOperation, `${Service}.${string}`> => operation.startsWith(`${service}.`);

function routeOf(operation: AgoraOperation, ids: Ids, query: URLSearchParams, pathname: string): Route {
  if (operation === "recording.notificationAddresses") return { operation };
  if (isOf("recording", operation)) {
    const { appId = "", resourceId = "", sid = "", mode = "" } = ids;
    return { operation, appId, resourceId, sid, mode };
  }
  if (isOf("sttTasks", operation)) return sttTasksRoute(operation, ids, query);
  if (isOf("sttAgents", operation)) return sttAgentsRoute(operation, ids, query);
  return channelsRoute(operation, ids, query, pathname);
}

/** Routes of the transcription service say which of its two families they belong to. */
export const isSttRoute = (route: Route): route is SttRoute => "family" in route && route.family !== "channels";

/** The values of the parameters; null where the path is another. */
function match(names: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (names.length !== segments.length) return null;
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    if (name.startsWith("{") && segment !== "") values[name.slice(1, -1)] = segment;
    else if (name !== segment) return null;
  }
  return values;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
