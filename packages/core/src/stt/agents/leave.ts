import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import type { SttLeaveResult } from "../types/results.ts";
import { validateSttAgentHandle } from "../validate/agent-handle.ts";
import { agentPath } from "./paths.ts";

const operation = "sttAgents.leave";

export async function leave(
  context: ClientContext,
  handle: SttAgentTarget,
  options?: CallOptions,
): Promise<SttLeaveResult> {
  const issues = validateSttAgentHandle(handle, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  const call = {
    service: sttService,
    operation,
    method: "POST",
    path: agentPath(context, handle.agentId, "/leave"),
    handle,
    grant: handle.grant,
    mayBeEmpty: true,
  } as const;
  const answer = await send(context, call, options);
  return { ...answer.body, agentId: handle.agentId };
}
