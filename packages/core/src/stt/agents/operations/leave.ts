import { defineOperation } from "../../../contract/operation.ts";
import { agentCall } from "../../validate/agent-handle.ts";

export const leave = /* @__PURE__ */ defineOperation({
  name: "sttAgents.leave",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/agents/{agentId}/leave",
  effect: "end",
  request: agentCall,
});
