import { defineOperation } from "../../../contract/operation.ts";
import { agentCall } from "../../validate/agent-handle.ts";
import { sttAgentsService } from "../service.ts";
import { readAgent } from "../read-agent.ts";

export const get = /* @__PURE__ */ defineOperation({
  name: "sttAgents.get",
  method: "GET",
  path: "/api/speech-to-text/v1/projects/{appId}/agents/{agentId}",
  effect: "read",
  request: agentCall,
  service: sttAgentsService,
  isGlobal: true,
  read: readAgent,
});
