import type { SttAgentsOperation, SttTasksOperation } from "@agora-edge/core";

export interface SttTasksRoute {
  readonly family: "task";
  readonly operation: SttTasksOperation;
  readonly appId: string;
  readonly taskId: string;
  readonly query: URLSearchParams;
}

export interface SttAgentsRoute {
  readonly family: "agent";
  readonly operation: SttAgentsOperation;
  readonly appId: string;
  readonly agentId: string;
  readonly query: URLSearchParams;
}

export type SttRoute = SttTasksRoute | SttAgentsRoute;

const tasksPath = /^\/v1\/projects\/([^/]+)\/rtsc\/speech-to-text\/(builderTokens|tasks)(?:\/([^/]+))?$/;
const agentsPath = /^\/api\/speech-to-text\/v1\/projects\/([^/]+)\/(join|agents)(?:\/([^/]+)(?:\/([^/]+))?)?$/;

/** Case and method count. */
export function matchSttRoute(method: string, pathname: string, query: URLSearchParams): SttRoute | null {
  const task = tasksPath.exec(pathname);
  if (task) {
    const [, appId = "", collection, id] = task;
    const operation = tasksOperation(method, collection, id !== undefined);
    return operation && { family: "task", operation, appId: decode(appId), taskId: decode(id ?? ""), query };
  }
  const agent = agentsPath.exec(pathname);
  if (!agent) return null;
  const [, appId = "", collection, id, action] = agent;
  const operation = agentsOperation(method, [collection, id === undefined ? "" : ":id", action ?? ""].join("/"));
  return operation && { family: "agent", operation, appId: decode(appId), agentId: decode(id ?? ""), query };
}

function tasksOperation(method: string, collection: string | undefined, hasId: boolean): SttTasksOperation | null {
  if (!hasId) {
    if (method !== "POST") return null;
    return collection === "tasks" ? "sttTasks.start" : "sttTasks.acquire";
  }
  if (collection !== "tasks") return null;
  if (method === "GET") return "sttTasks.query";
  if (method === "PATCH") return "sttTasks.update";
  return method === "DELETE" ? "sttTasks.stop" : null;
}

function agentsOperation(method: string, shape: string): SttAgentsOperation | null {
  switch (`${method} ${shape}`) {
    case "POST join//":
      return "sttAgents.join";
    case "GET agents//":
      return "sttAgents.list";
    case "GET agents/:id/":
      return "sttAgents.get";
    case "POST agents/:id/update":
      return "sttAgents.update";
    case "POST agents/:id/leave":
      return "sttAgents.leave";
    default:
      return null;
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
