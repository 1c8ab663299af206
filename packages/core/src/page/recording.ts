import type { Recording } from "../recording/recording.ts";
import type { RecordingQueryTarget, RecordingTarget } from "../recording/types/handle.ts";
import type { RecordingMode } from "../recording/types/mode.ts";
import { guardedDelays as delays } from "../errors/retry-delays.ts";
import type { PageCall, SendCall } from "./call.ts";

/** Cloud Recording as pages have it: the firewall addresses of notifications are for servers. */
export type PageRecording = Omit<Recording, "notificationAddresses">;

export function bindRecording(appId: string, send: SendCall): PageRecording {
  const base = `/v1/apps/${appId}/cloud_recording`;
  const pathOf = ({ resourceId, sid, mode }: RecordingQueryTarget, action: string) =>
    `${base}/resourceid/${encodeURIComponent(resourceId)}/sid/${encodeURIComponent(sid)}/mode/${encodeURIComponent(mode)}/${action}`;
  const change = (
    action: "update" | "updateLayout" | "stop",
    handle: RecordingTarget<RecordingMode>,
    clientRequest: object | null | undefined,
  ): PageCall => {
    const { cname, uid, grant } = handle;
    const body = { cname, uid, clientRequest: clientRequest ?? {} };
    const path = pathOf(handle, action);
    return { operation: `recording.${action}`, args: [handle, clientRequest], path, body, handle, grant };
  };
  return {
    async acquire(request, options) {
      const { cname, uid, clientRequest = {} } = request;
      const body = { cname, uid, clientRequest };
      return send({ operation: "recording.acquire", args: [request], path: `${base}/acquire`, body }, options);
    },
    async start(request, options) {
      const { cname, uid, resourceId, mode, clientRequest, grant } = request;
      const path = `${base}/resourceid/${encodeURIComponent(resourceId)}/mode/${encodeURIComponent(mode)}/start`;
      const body = { cname, uid, clientRequest };
      return send({ operation: "recording.start", args: [request], path, body, grant, delays }, options);
    },
    async query(handle, options) {
      const path = pathOf(handle, "query");
      const { grant } = handle;
      return send({ operation: "recording.query", args: [handle], method: "GET", path, handle, grant }, options);
    },
    update: async (handle, clientRequest, options) => send(change("update", handle, clientRequest), options),
    updateLayout: async (handle, clientRequest, options) =>
      send(change("updateLayout", handle, clientRequest), options),
    stop: async (handle, clientRequest, options) => send({ ...change("stop", handle, clientRequest), delays }, options),
  };
}
