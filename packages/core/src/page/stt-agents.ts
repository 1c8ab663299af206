import type { SttAgents } from "../stt/agents/agents.ts";
import type { SttAgentTarget } from "../stt/types/handle.ts";
import { guardedDelays as delays } from "../errors/retry-delays.ts";
import type { PageCall, SendCall } from "./call.ts";
import type { PageClientOptions } from "./options.ts";
import { createUpdateSpacing } from "./space-updates.ts";

/** Speech-to-Text v7. Listing is rare: it comes when it is called. */
export function bindSttAgents(options: PageClientOptions, send: SendCall): SttAgents {
  const base = `/api/speech-to-text/v1/projects/${options.appId}`;
  const wait = createUpdateSpacing(options.clock);
  const on = (operation: "get" | "update" | "leave", handle: SttAgentTarget, action: string): PageCall => {
    const path = `${base}/agents/${encodeURIComponent(handle.agentId)}${action}`;
    return { operation: `sttAgents.${operation}`, args: [handle], path, handle, grant: handle.grant };
  };
  return {
    join: async (request, call) =>
      send({ operation: "sttAgents.join", args: [request], path: `${base}/join`, body: request, delays }, call),
    get: async (handle, call) => send({ ...on("get", handle, ""), method: "GET" }, call),
    async update(handle, fields, call) {
      await wait(handle.agentId, handle, call?.signal);
      return send({ ...on("update", handle, "/update"), args: [handle, fields], body: fields }, call);
    },
    leave: async (handle, call) => send(on("leave", handle, "/leave"), call),
    async *list(filter, call) {
      const { listAgents } = await import("./wire-answer.ts");
      yield* listAgents(options, filter, call);
    },
  };
}
