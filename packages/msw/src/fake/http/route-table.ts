import type { AgoraOperation } from "@agora-edge/core";

export interface KnownRoute {
  readonly operation: AgoraOperation;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Its parameters in braces. */
  readonly path: string;
}

const recording = "/v1/apps/{appId}/cloud_recording";
const session = `${recording}/resourceid/{resourceId}/sid/{sid}/mode/{mode}`;
const tasks = "/v1/projects/{appId}/rtsc/speech-to-text";
const agents = "/api/speech-to-text/v1/projects/{appId}";

const rules = "/dev/v1/kicking-rule";

/** Every operation and where it is; the handlers and the advice about a wrong URL are made of it. */
export const knownRoutes: readonly KnownRoute[] = [
  { operation: "recording.acquire", method: "POST", path: `${recording}/acquire` },
  { operation: "recording.start", method: "POST", path: `${recording}/resourceid/{resourceId}/mode/{mode}/start` },
  { operation: "recording.query", method: "GET", path: `${session}/query` },
  { operation: "recording.update", method: "POST", path: `${session}/update` },
  { operation: "recording.updateLayout", method: "POST", path: `${session}/updateLayout` },
  { operation: "recording.stop", method: "POST", path: `${session}/stop` },
  { operation: "recording.notificationAddresses", method: "GET", path: "/v1/ncs/ip" },
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
  { operation: "channels.list", method: "GET", path: "/dev/v1/channel/{appId}" },
  { operation: "channels.users", method: "GET", path: "/dev/v1/channel/user/{appId}/{channelName}" },
  { operation: "channels.user", method: "GET", path: "/dev/v1/channel/user/property/{appId}/{uid}/{channelName}" },
  { operation: "channels.bans", method: "GET", path: rules },
  { operation: "channels.ban", method: "POST", path: rules },
  { operation: "channels.updateBan", method: "PUT", path: rules },
  { operation: "channels.unban", method: "DELETE", path: rules },
];

export const operations: readonly AgoraOperation[] = knownRoutes.map(({ operation }) => operation);
