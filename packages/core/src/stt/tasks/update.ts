import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../transport/call.ts";
import { sttService } from "../service.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttTaskResult } from "../types/results.ts";
import type { SttUpdateFields } from "../types/update.ts";
import type { SttTaskVersion } from "../types/version.ts";
import type { UpdateCall, UpdateGap } from "../update-gap.ts";
import { deriveUpdateMask } from "../update-mask.ts";
import { updateQuery } from "../update-query.ts";
import { validateSttTaskUpdate } from "./operations/update.ts";
import { taskPath } from "./paths.ts";
import { readTask } from "./query.ts";

const operation = "sttTasks.update";

export async function update<Version extends SttTaskVersion>(
  context: ClientContext,
  updates: UpdateGap,
  handle: SttTaskTarget<Version> & { readonly startedAt?: number | undefined },
  fields: SttUpdateFields<Version>,
  options?: CallOptions,
): Promise<SttTaskResult> {
  const issues = validateSttTaskUpdate(handle, fields, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  // Now, as the body: the caller may change its object during the wait.
  const mask = deriveUpdateMask(fields);
  const attempts: UpdateCall = {};
  const call = {
    service: sttService,
    operation,
    method: "PATCH",
    // A repeat needs a greater number: the lost attempt may have used up its own.
    path: () => `${taskPath(context, handle)}&${updateQuery(updates.nextSequence(), mask)}`,
    body: fields,
    handle,
    grant: handle.grant,
    beforeAttempt: () => updates.wait(handle.taskId, attempts, handle.startedAt, options?.signal),
  } as const;
  return readTask(call, handle, await send(context, call, options));
}
