import type { Reading } from "../../context/run-operation.ts";
import { textAt } from "../../runtime/json.ts";
import { normalizeSttState } from "../states.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import type { SttAgentResult } from "../types/results.ts";

/** What get and update answer. */
export function readAgent({ answer, input, missing }: Reading<{ handle: SttAgentTarget }>): SttAgentResult {
  const { agentId } = input.handle;
  const status = textAt(answer.body, "status") ?? missing("status");
  return { ...answer.body, agent_id: agentId, agentId, status, state: normalizeSttState(status) };
}
