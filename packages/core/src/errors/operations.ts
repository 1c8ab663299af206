/** The operations of all services, by the names used in errors, hooks, the proxy and the fake. */
export type RecordingOperation = `recording.${
  | "acquire"
  | "start"
  | "query"
  | "update"
  | "updateLayout"
  | "stop"
  | "notificationAddresses"}`;
/** The operations of Real-Time STT with builder tokens. */
export type SttTasksOperation = `sttTasks.${"acquire" | "start" | "query" | "update" | "stop"}`;
/** The operations of Real-Time STT v7. */
export type SttAgentsOperation = `sttAgents.${"join" | "get" | "update" | "leave" | "list"}`;
/** The operations of channel management. */
export type ChannelsOperation = `channels.${"list" | "users" | "user" | "ban" | "bans" | "updateBan" | "unban"}`;

/**
 * What an operation does to what runs: it only reads, gets a lease for a start, begins something, changes it or ends it. Who may
 * call an operation, how it is repeated, what its failures mean and whether it comes with a grant all follow from this.
 */
export type Effect = "read" | "lease" | "begin" | "change" | "end";

/** Whether it leaves nothing behind that could matter: it reads, or gets what expires unused. */
export function isHarmless(effect: Effect): boolean {
  return effect === "read" || effect === "lease";
}

/** The name of any operation. */
export type AgoraOperation = RecordingOperation | SttTasksOperation | SttAgentsOperation | ChannelsOperation;
