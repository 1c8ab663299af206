import type { AgoraOperation } from "@agora-edge/core";

export interface KnownRoute {
  readonly operation: AgoraOperation;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Its parameters in braces. */
  readonly path: string;
}

const recording = "/v1/apps/{appId}/cloud_recording";
const session = `${recording}/resourceid/{resourceId}/sid/{sid}/mode/{mode}`;
const tasks = "/v1/projects/{appId}/rtsc/speech-to-text";
const agents = "/api/speech-to-text/v1/projects/{appId}";

/** Every operation and where it is; the handlers and the advice about a wrong URL are made of it. */
export const knownRoutes: readonly KnownRoute[] = [
  { operation: "recording.acquire", method: "POST", path: `${recording}/acquire` },
  { operation: "recording.start", method: "POST", path: `${recording}/resourceid/{resourceId}/mode/{mode}/start` },
  { operation: "recording.query", method: "GET", path: `${session}/query` },
  { operation: "recording.update", method: "POST", path: `${session}/update` },
  { operation: "recording.updateLayout", method: "POST", path: `${session}/updateLayout` },
  { operation: "recording.stop", method: "POST", path: `${session}/stop` },
  { operation: "sttTasks.acquire", method: "POST", path: `${tasks}/builderTokens` },
  { operation: "sttTasks.start", method: "POST", path: `${tasks}/tasks` },
  { operation: "sttTasks.query", method: "GET", path: `${tasks}/tasks/{taskId}` },
  { operation: "sttTasks.update", method: "PATCH", path: `${tasks}/tasks/{taskId}` },
  { operation: "sttTasks.stop", method: "DELETE", path: `${tasks}/tasks/{taskId}` },
  { operation: "sttAgents.join", method: "POST", path: `${agents}/join` },
  { operation: "sttAgents.get", method: "GET", path: `${agents}/agents/{agentId}` },
  { operation: "sttAgents.update", method: "POST", path: `${agents}/agents/{agentId}/update` },
  { operation: "sttAgents.leave", method: "POST", path: `${agents}/agents/{agentId}/leave` },
  { operation: "sttAgents.list", method: "GET", path: `${agents}/agents` },
];

export const operations: readonly AgoraOperation[] = knownRoutes.map(({ operation }) => operation);
