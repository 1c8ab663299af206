import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttTaskResult } from "../types/results.ts";
import type { SttUpdateFields } from "../types/update.ts";
import type { SttTaskVersion } from "../types/version.ts";
import type { UpdateGap } from "../update-gap.ts";
import { spaceUpdates } from "../space-updates.ts";
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
  const call = {
    service: sttService,
    operation,
    method: "PATCH",
    path: taskPath(context, handle),
    body: fields,
    handle,
    grant: handle.grant,
  } as const;
  const use = spaceUpdates(updates, { id: handle.taskId, startedAt: handle.startedAt, fields });
  return readTask(call, handle, await send(context, call, options, [use]));
}
