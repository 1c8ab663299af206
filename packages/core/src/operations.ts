/** The operations of all services, by the names used in errors, hooks, the proxy and the fake. */
export type RecordingOperation = `recording.${
  | "acquire"
  | "start"
  | "query"
  | "update"
  | "updateLayout"
  | "stop"
  | "notificationAddresses"}`;
export type SttTasksOperation = `sttTasks.${"acquire" | "start" | "query" | "update" | "stop"}`;
export type SttAgentsOperation = `sttAgents.${"join" | "get" | "update" | "leave" | "list"}`;
export type ChannelsOperation = `channels.${"list" | "users" | "user" | "ban" | "bans" | "updateBan" | "unban"}`;

export type AgoraOperation = RecordingOperation | SttTasksOperation | SttAgentsOperation | ChannelsOperation;
