import type { SttAgentTaskOptions, SttBuilderTaskOptions } from "@agora-edge/core";
import { agentRequest, builderRequest, type Languages } from "./task-requests.ts";

/** What `useSttTask` takes for v7. */
export function agentOptions(channel: string, languages: Languages): SttAgentTaskOptions {
  return { version: "v7", request: agentRequest(channel, languages) };
}

/** The same for v6. */
export function builderOptions(channel: string, languages: Languages): SttBuilderTaskOptions<"v6"> {
  return { version: "v6", instanceId: channel, request: builderRequest(channel, languages) };
}
