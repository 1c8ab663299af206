import type { ClientContext } from "../../client/context.ts";
import { buildPath } from "../../pipeline/url.ts";

/** The path of v7, below the project's. */
export function sttAgentsPath(context: ClientContext): string {
  return buildPath`/api/speech-to-text/v1/projects/${context.appId}`;
}

export function agentPath(context: ClientContext, agentId: string, action = ""): string {
  return sttAgentsPath(context) + buildPath`/agents/${agentId}` + action;
}
