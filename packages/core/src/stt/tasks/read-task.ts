import type { Reading } from "../../context/run-operation.ts";
import { textAt } from "../../runtime/json.ts";
import { normalizeSttState } from "../states.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttTaskResult } from "../types/results.ts";

/** What query and update answer. */
export function readTask({ answer, input, missing }: Reading<{ handle: SttTaskTarget }>): SttTaskResult {
  const status = textAt(answer.body, "status") ?? missing("status");
  return { ...answer.body, taskId: input.handle.taskId, status, state: normalizeSttState(status) };
}
