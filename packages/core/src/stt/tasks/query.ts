import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send, unexpected, type CallParts } from "../../client/operate.ts";
import { textAt } from "../../runtime/json.ts";
import type { ReceivedAnswer, CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import { normalizeSttState } from "../states.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttTaskResult } from "../types/results.ts";
import { validateSttTaskHandle } from "../validate/task-handle.ts";
import { taskPath } from "./paths.ts";

const operation = "sttTasks.query";

/** What query and update answer. */
export function readTask(call: CallParts, handle: SttTaskTarget, answer: ReceivedAnswer): SttTaskResult {
  const status = textAt(answer.body, "status") ?? unexpected(call, answer, "status");
  return { ...answer.body, taskId: handle.taskId, status, state: normalizeSttState(status) };
}

export async function query(
  context: ClientContext,
  handle: SttTaskTarget,
  options?: CallOptions,
): Promise<SttTaskResult> {
  const issues = validateSttTaskHandle(handle, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  const { grant } = handle;
  const call = {
    service: sttService,
    operation,
    method: "GET",
    path: taskPath(context, handle),
    handle,
    grant,
  } as const;
  return readTask(call, handle, await send(context, call, options));
}
