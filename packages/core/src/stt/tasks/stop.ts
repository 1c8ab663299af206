import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttStopResult } from "../types/results.ts";
import { validateSttTaskHandle } from "../validate/task-handle.ts";
import { taskPath } from "./paths.ts";

const operation = "sttTasks.stop";

export async function stop(
  context: ClientContext,
  handle: SttTaskTarget,
  options?: CallOptions,
): Promise<SttStopResult> {
  const issues = validateSttTaskHandle(handle, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  const call = {
    service: sttService,
    operation,
    method: "DELETE",
    path: taskPath(context, handle),
    handle,
    grant: handle.grant,
    mayBeEmpty: true,
  } as const;
  const answer = await send(context, call, options);
  return { ...answer.body, taskId: handle.taskId };
}
