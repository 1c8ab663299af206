import type { AgoraClient } from "../client/agora-client.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import { sceneOf } from "../recording/scene.ts";
import type { AcquireClientRequest } from "../recording/types/acquire.ts";
import type { StartRequest } from "../recording/types/start.ts";
import type { StopClientRequest } from "../recording/types/stop.ts";
import { omit } from "../runtime/omit.ts";
import type { SttJoinRequest } from "../stt/types/join.ts";
import type { SttStartRequest } from "../stt/types/start.ts";
import type { ServicePort } from "./service.ts";

/*
 * Bodies come from the app, and are handed on as what their types say: each operation looks at every field of them before
 * anything is sent.
 */

/** @param recordingOf the service that a request of this priority goes to */
export function recordingPort(
  recordingOf: (priority: RequestPriority) => Pick<AgoraClient["recording"], "acquire" | "start" | "query" | "stop">,
  options: () => { acquire?: AcquireClientRequest | undefined; stop?: StopClientRequest | undefined },
): ServicePort<"recording"> {
  return {
    acquire: ({ cname, uid, mode }, call) => {
      const clientRequest = { ...options().acquire, ...sceneOf(mode) };
      return recordingOf("high").acquire({ cname, uid, clientRequest }, call);
    },
    start: (intent, body, call) =>
      recordingOf("high").start({ ...omit(intent, "requestedAt"), clientRequest: body } as StartRequest, call),
    query: (handle, call) => recordingOf(call.priority).query(handle, call),
    stop: (handle, call) => recordingOf("critical").stop(handle, options().stop, call),
  };
}

export function sttAgentsPort(sttAgents: AgoraClient["sttAgents"]): ServicePort<"sttAgents"> {
  return {
    acquire: () => Promise.reject(new TypeError("v7 has no leases.")),
    start: ({ name }, body, call) => sttAgents.join({ ...(body as SttJoinRequest), name }, call),
    query: (handle, call) => sttAgents.get(handle, call),
    stop: (handle, call) => sttAgents.leave(handle, call),
  };
}

export function sttTasksPort(
  sttTasks: AgoraClient["sttTasks"],
  options: () => { resourceExpiredHour?: number | undefined },
): ServicePort<"sttTasks"> {
  return {
    acquire: ({ instanceId }, call) =>
      sttTasks.acquire({ instanceId, resourceExpiredHour: options().resourceExpiredHour }, call),
    start: (intent, body, call) =>
      sttTasks.start({ ...omit(intent, "requestedAt"), request: body } as SttStartRequest, call),
    query: (handle, call) => sttTasks.query(handle, call),
    stop: (handle, call) => sttTasks.stop(handle, call),
  };
}
