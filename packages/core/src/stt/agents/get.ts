import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send, unexpected, type CallParts } from "../../client/operate.ts";
import { textAt } from "../../runtime/json.ts";
import type { ReceivedAnswer, CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import { normalizeSttState } from "../states.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import type { SttAgentResult } from "../types/results.ts";
import { validateSttAgentHandle } from "../validate/agent-handle.ts";
import { agentPath } from "./paths.ts";

const operation = "sttAgents.get";

/** What get and update answer. */
export function readAgent(call: CallParts, handle: SttAgentTarget, answer: ReceivedAnswer): SttAgentResult {
  const status = textAt(answer.body, "status") ?? unexpected(call, answer, "status");
  return {
    ...answer.body,
    agent_id: handle.agentId,
    agentId: handle.agentId,
    status,
    state: normalizeSttState(status),
  };
}

export async function get(
  context: ClientContext,
  handle: SttAgentTarget,
  options?: CallOptions,
): Promise<SttAgentResult> {
  const issues = validateSttAgentHandle(handle, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  const path = agentPath(context, handle.agentId);
  const call = { service: sttService, operation, method: "GET", path, handle, grant: handle.grant } as const;
  return readAgent(call, handle, await send(context, call, options));
}
