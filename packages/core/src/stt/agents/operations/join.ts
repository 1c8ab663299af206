import { defineOperation } from "../../../contract/operation.ts";
import { joinRequest } from "../../validate/flat-request.ts";
import type { Reading } from "../../../context/run-operation.ts";
import { textAt, type JsonObject } from "../../../runtime/json.ts";
import { findAgent } from "../find-agent.ts";
import { sttAgentsService } from "../service.ts";
import type { SttAgentHandle } from "../../types/handle.ts";
import type { SttJoinRequest } from "../../types/join.ts";

function readHandle(
  body: JsonObject,
  { name }: SttJoinRequest,
  appId: string,
  startedAt: number,
): SttAgentHandle | undefined {
  // Some refusals call the agent that runs by the old name.
  const agentId = textAt(body, "agent_id") ?? textAt(body, "taskId");
  if (agentId === undefined) return undefined;
  const grant = textAt(body, "grant");
  const handle = { appId, version: "v7", agentId, name, startedAt } as const;
  return grant === undefined ? handle : { ...handle, grant };
}

export const join = /* @__PURE__ */ defineOperation({
  name: "sttAgents.join",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/join",
  effect: "begin",
  request: joinRequest,
  body: true,
  service: sttAgentsService,
  isGlobal: true,
  read: ({ answer, input, appId, missing }: Reading<SttJoinRequest>): SttAgentHandle =>
    readHandle(answer.body, input, appId, answer.receivedAt) ?? missing("agent_id"),
  readRunning: readHandle,
  findRunning: findAgent,
});
