import { defineOperation } from "../../../contract/operation.ts";
import { agentCall } from "../../validate/agent-handle.ts";
import type { Reading } from "../../../context/run-operation.ts";
import { sttAgentsService } from "../service.ts";
import type { SttAgentTarget } from "../../types/handle.ts";
import type { SttLeaveResult } from "../../types/results.ts";

export const leave = /* @__PURE__ */ defineOperation({
  name: "sttAgents.leave",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/agents/{agentId}/leave",
  effect: "end",
  request: agentCall,
  service: sttAgentsService,
  isGlobal: true,
  mayBeEmpty: true,
  read: ({ answer, input }: Reading<{ handle: SttAgentTarget }>): SttLeaveResult => ({
    ...answer.body,
    agentId: input.handle.agentId,
  }),
});
