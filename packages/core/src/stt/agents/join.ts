import type { ClientContext } from "../../client/context.ts";
import { checks, refuse, send, unexpected } from "../../client/operate.ts";
import { startedBefore } from "../../client/started-before.ts";
import { textAt, type JsonObject } from "../../runtime/json.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { guardedDelays } from "../../pipeline/retry.ts";
import { sttService } from "../service.ts";
import type { SttAgentHandle } from "../types/handle.ts";
import type { SttJoinRequest } from "../types/join.ts";
import { validateSttJoin } from "./operations/join.ts";
import { sttAgentsPath } from "./paths.ts";

const operation = "sttAgents.join";

export async function join(
  context: ClientContext,
  request: SttJoinRequest,
  options?: CallOptions,
): Promise<SttAgentHandle> {
  refuse(sttService, operation, validateSttJoin(request, checks(context, operation)));
  let running: SttAgentHandle | undefined;
  const readHandle = (body: JsonObject, startedAt: number): SttAgentHandle | undefined => {
    // Some refusals call the agent that runs by the old name.
    const agentId = textAt(body, "agent_id") ?? textAt(body, "taskId");
    if (agentId === undefined) return undefined;
    const grant = textAt(body, "grant");
    const handle = { appId: context.appId, version: "v7", agentId, name: request.name, startedAt } as const;
    return grant === undefined ? handle : { ...handle, grant };
  };
  const call = {
    service: sttService,
    operation,
    method: "POST",
    path: `${sttAgentsPath(context)}/join`,
    body: request,
    // Of one name only one agent runs.
    repeatDelays: guardedDelays,
    readRunning: (body: JsonObject, receivedAt: number) => {
      running = readHandle(body, receivedAt);
      return running && { handle: running, runningTask: running.agentId };
    },
  } as const;
  try {
    const answer = await send(context, call, options);
    return readHandle(answer.body, answer.receivedAt) ?? unexpected(call, answer, "agent_id");
  } catch (error) {
    if (running && startedBefore(error)) return running;
    throw error;
  }
}
