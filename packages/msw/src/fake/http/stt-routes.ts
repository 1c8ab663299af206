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

type Ids = Readonly<Record<string, string>>;

export function sttTasksRoute(operation: SttTasksOperation, ids: Ids, query: URLSearchParams): SttTasksRoute {
  const { appId = "", taskId = "" } = ids;
  return { family: "task", operation, appId, taskId, query };
}

export function sttAgentsRoute(operation: SttAgentsOperation, ids: Ids, query: URLSearchParams): SttAgentsRoute {
  const { appId = "", agentId = "" } = ids;
  return { family: "agent", operation, appId, agentId, query };
}
