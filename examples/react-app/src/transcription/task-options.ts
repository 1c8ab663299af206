import { localStorageAdapter, type SttAgentTaskOptions, type SttBuilderTaskOptions } from "@agora-edge/core";
import { monitorOptions } from "../shared/monitor.ts";
import { agentRequest, builderRequest, type Languages } from "./task-requests.ts";

/** What `useSttTask` takes for v7. */
export function agentOptions(channel: string, languages: Languages): SttAgentTaskOptions {
  return { version: "v7", request: agentRequest(channel, languages), storage: localStorageAdapter, ...monitorOptions };
}

/** The same for v6. */
export function builderOptions(channel: string, languages: Languages): SttBuilderTaskOptions<"v6"> {
  const request = builderRequest(channel, languages);
  return { version: "v6", instanceId: channel, request, storage: localStorageAdapter, ...monitorOptions };
}
