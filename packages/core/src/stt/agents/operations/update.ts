import { defineOperation } from "../../../contract/operation.ts";
import { object } from "../../../validation/object.ts";
import { once } from "../../../validation/schema.ts";
import type { SttV7UpdateFields } from "../../types/update.ts";
import { agentHandle, type CheckedAgent } from "../../validate/agent-handle.ts";
import { hasChange, v7Fields } from "../../validate/updated-fields.ts";
import { sttAgentsService } from "../service.ts";
import { readAgent } from "../read-agent.ts";

export const agentUpdate = /* @__PURE__ */ once(() =>
  object<{ handle: CheckedAgent; fields: SttV7UpdateFields }>(
    { handle: agentHandle(), fields: v7Fields() },
    {},
    hasChange,
  ),
);

export const update = /* @__PURE__ */ defineOperation({
  name: "sttAgents.update",
  method: "POST",
  path: "/api/speech-to-text/v1/projects/{appId}/agents/{agentId}/update{?sequenceId,updateMask}",
  effect: "change",
  request: agentUpdate,
  body: "fields",
  service: sttAgentsService,
  isGlobal: true,
  read: readAgent,
});
