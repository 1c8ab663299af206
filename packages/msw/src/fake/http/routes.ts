import type { RecordingOperation } from "@agora-edge/core";
import { matchChannelsRoute, type ChannelsRoute } from "./channel-routes.ts";
import { matchSttRoute, type SttRoute } from "./stt-routes.ts";

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

/** Case and method count. Segments are decoded one by one, so that ids may hold encoded slashes. */
export function matchRoute(method: string, url: URL): Route {
  const pathname = withoutRegion(url.pathname);
  const segments = pathname.split("/").slice(1).map(decode);
  if (method === "GET" && isIpList(pathname)) return { operation: "recording.notificationAddresses" };
  for (const { verb, pattern, operation } of recordingRoutes) {
    const values = verb === method ? match(pattern, segments) : null;
    if (values) return { operation, appId: "", resourceId: "", sid: "", mode: "", ...values };
  }
  const service = matchSttRoute(method, pathname, url.searchParams);
  return service ?? matchChannelsRoute(method, url.searchParams, segments) ?? { operation: null };
}

/** The addresses that notifications come from. */
const isIpList = (pathname: string): boolean => /^\/v[12]\/ncs\/ip$/.test(pathname);

/** Routes of the transcription service say which of its two families they belong to. */
export const isSttRoute = (route: Route): route is SttRoute => "family" in route && route.family !== "channels";

interface Pattern {
  readonly verb: "GET" | "POST";
  readonly pattern: readonly string[];
  readonly operation: SessionOperation;
}

const pattern = (path: string): readonly string[] => `v1/apps/:appId/cloud_recording/${path}`.split("/");

const inSession = (name: string): readonly string[] => pattern(`resourceid/:resourceId/sid/:sid/mode/:mode/${name}`);

const recordingRoutes: readonly Pattern[] = [
  { verb: "POST", pattern: pattern("acquire"), operation: "recording.acquire" },
  { verb: "POST", pattern: pattern("resourceid/:resourceId/mode/:mode/start"), operation: "recording.start" },
  { verb: "GET", pattern: inSession("query"), operation: "recording.query" },
  { verb: "POST", pattern: inSession("update"), operation: "recording.update" },
  { verb: "POST", pattern: inSession("updateLayout"), operation: "recording.updateLayout" },
  { verb: "POST", pattern: inSession("stop"), operation: "recording.stop" },
];

function match(names: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (names.length !== segments.length) return null;
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    if (name.startsWith(":") && segment !== "") values[name.slice(1)] = segment;
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
