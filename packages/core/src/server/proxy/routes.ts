import type { AgoraOperation, ChannelsOperation } from "../../operations.ts";
import { isAcceptableId } from "./ids.ts";

/** What a page may ask for. Who is in a channel, and who may be, is the app's own business, and so is a firewall. */
export type ProxyOperation = Exclude<AgoraOperation, ChannelsOperation | "recording.notificationAddresses">;

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What a request asks for: the operation, and what stands in its address. */
export interface Route {
  readonly operation: ProxyOperation;
  /** Decoded: `appId`, `resourceId`, `mode`, `sid`, `taskId`, `agentId`, `builderToken`. */
  readonly ids: Readonly<Record<string, string>>;
  /** What is left of the query string. */
  readonly query: Readonly<Record<string, string>>;
}

/** Why there is none. */
export interface NoRoute {
  readonly status: 400 | 404 | 405;
  readonly reason: string;
  readonly allow?: string;
}

type Row = readonly [Method, path: string, ProxyOperation, query?: string];

function makeTable(): readonly Row[] {
  const recording = "/v1/apps/{appId}/cloud_recording";
  const running = `${recording}/resourceid/{resourceId}/sid/{sid}/mode/{mode}`;
  const tasks = "/v1/projects/{appId}/rtsc/speech-to-text";
  const agents = "/api/speech-to-text/v1/projects/{appId}";

  return [
    ["POST", `${recording}/acquire`, "recording.acquire"],
    ["POST", `${recording}/resourceid/{resourceId}/mode/{mode}/start`, "recording.start"],
    ["GET", `${running}/query`, "recording.query"],
    ["POST", `${running}/update`, "recording.update"],
    ["POST", `${running}/updateLayout`, "recording.updateLayout"],
    ["POST", `${running}/stop`, "recording.stop"],
    ["POST", `${tasks}/builderTokens`, "sttTasks.acquire"],
    ["POST", `${tasks}/tasks`, "sttTasks.start", "builderToken"],
    ["GET", `${tasks}/tasks/{taskId}`, "sttTasks.query", "builderToken"],
    ["PATCH", `${tasks}/tasks/{taskId}`, "sttTasks.update", "builderToken sequenceId updateMask"],
    ["DELETE", `${tasks}/tasks/{taskId}`, "sttTasks.stop", "builderToken"],
    ["POST", `${agents}/join`, "sttAgents.join"],
    ["GET", `${agents}/agents/{agentId}`, "sttAgents.get"],
    ["POST", `${agents}/agents/{agentId}/update`, "sttAgents.update", "sequenceId updateMask"],
    ["POST", `${agents}/agents/{agentId}/leave`, "sttAgents.leave"],
    ["GET", `${agents}/agents`, "sttAgents.list", "channel from_time to_time state limit cursor"],
  ];
}

/** Every operation that is served, and nothing else. The last column names the parameters of the query string. */
const table = /* @__PURE__ */ makeTable();

export function operationNames(): ProxyOperation[] {
  return table.map(([, , operation]) => operation);
}

/** The values of the placeholders, or nothing where the path is another. Segments are compared as they came. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const ids: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (part.startsWith("{")) ids[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return ids;
}

/** Decodes once. Nothing for a broken escape. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readQuery(search: URLSearchParams, allowed: readonly string[]): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    // Of a parameter that comes twice, each reader takes another.
    if (!allowed.includes(name) || Object.hasOwn(query, name)) return undefined;
    query[name] = value;
  }
  return query;
}

/** Finds what a request below the base path asks for. */
export function findRoute(method: string, path: string, search: URLSearchParams, appId: string): Route | NoRoute {
  const matches = table.flatMap(([verb, pattern, operation, query = ""]) => {
    const raw = matchPath(pattern, path);
    return raw ? [{ verb, operation, raw, allowed: query.split(" ").filter(Boolean) }] : [];
  });
  if (matches.length === 0) return { status: 404, reason: "There is no such operation." };
  const match = matches.find(({ verb }) => verb === method);
  if (!match) {
    const allow = matches.map(({ verb }) => verb).join(", ");
    return { status: 405, reason: `This operation takes ${allow}.`, allow };
  }
  const { operation, raw, allowed } = match;
  const query = readQuery(search, allowed);
  if (!query) return { status: 400, reason: "The query string holds what this operation does not have." };
  const { builderToken, ...rest } = query;
  if (allowed.includes("builderToken") && builderToken === undefined) {
    return { status: 400, reason: "The parameter builderToken is missing." };
  }
  const ids: Record<string, string> = builderToken === undefined ? {} : { builderToken };
  for (const [name, text] of Object.entries(raw)) ids[name] = decode(text) ?? "";
  if (!Object.values(ids).every(isAcceptableId)) return { status: 400, reason: "An ID in the address is none." };
  // Another project of the same account is as foreign as an address that does not exist.
  if (ids.appId !== appId) return { status: 404, reason: "This App ID is not served here." };
  return { operation, ids, query: rest };
}
