import type { SttTasks } from "../stt/tasks/tasks.ts";
import type { SttTaskHandle, SttTaskTarget } from "../stt/types/handle.ts";
import { guardedDelays as delays } from "../errors/retry-delays.ts";
import type { PageCall, SendCall } from "./call.ts";
import type { PageClientOptions } from "./options.ts";
import { createUpdateSpacing } from "./space-updates.ts";

/** Speech-to-Text with builder tokens: v6, v5 and the beta. */
export function bindSttTasks({ appId, clock }: PageClientOptions, send: SendCall): SttTasks {
  const base = `/v1/projects/${appId}/rtsc/speech-to-text`;
  const wait = createUpdateSpacing(clock);
  const on = (
    operation: "query" | "update" | "stop",
    handle: SttTaskTarget,
    method: "GET" | "PATCH" | "DELETE",
  ): PageCall => {
    const { taskId, tokenName, grant } = handle;
    const path = `${base}/tasks/${encodeURIComponent(taskId)}?builderToken=${encodeURIComponent(tokenName)}`;
    return { operation: `sttTasks.${operation}`, args: [handle], method, path, handle, grant };
  };
  return {
    async acquire(request, options) {
      const { instanceId, resourceExpiredHour } = request;
      const body = { instanceId, resourceExpiredHour };
      return send({ operation: "sttTasks.acquire", args: [request], path: `${base}/builderTokens`, body }, options);
    },
    async start(given, options) {
      const { tokenName, version, instanceId, request: body, grant } = given;
      const path = `${base}/tasks?builderToken=${encodeURIComponent(tokenName)}`;
      const call = { operation: "sttTasks.start", args: [given], path, body, grant, delays } as const;
      const handle = await send<SttTaskHandle<typeof version>>(call, options);
      // The address does not tell the generations apart, so the proxy cannot.
      return Object.assign(handle, { version, ...(instanceId ? { instanceId } : {}) });
    },
    query: async (handle, options) => send(on("query", handle, "GET"), options),
    async update(handle, fields, options) {
      await wait(handle.taskId, handle, options?.signal);
      return send({ ...on("update", handle, "PATCH"), args: [handle, fields], body: fields }, options);
    },
    stop: async (handle, options) => send(on("stop", handle, "DELETE"), options),
  };
}
