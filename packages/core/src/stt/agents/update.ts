import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../transport/call.ts";
import { sttService } from "../service.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import type { SttAgentResult } from "../types/results.ts";
import type { SttUpdateFields } from "../types/update.ts";
import type { UpdateCall, UpdateGap } from "../update-gap.ts";
import { deriveUpdateMask } from "../update-mask.ts";
import { updateQuery } from "../update-query.ts";
import { validateSttAgentUpdate } from "./operations/update.ts";
import { readAgent } from "./get.ts";
import { agentPath } from "./paths.ts";

const operation = "sttAgents.update";

export async function update(
  context: ClientContext,
  updates: UpdateGap,
  handle: SttAgentTarget & { readonly startedAt?: number | undefined },
  fields: SttUpdateFields<"v7">,
  options?: CallOptions,
): Promise<SttAgentResult> {
  const issues = validateSttAgentUpdate(handle, fields, checks(context, operation));
  refuse(sttService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  // Now, as the body: the caller may change its object during the wait.
  const mask = deriveUpdateMask(fields);
  const attempts: UpdateCall = {};
  const call = {
    service: sttService,
    operation,
    method: "POST",
    // A repeat needs a greater number: the lost attempt may have used up its own.
    path: () => `${agentPath(context, handle.agentId, "/update")}?${updateQuery(updates.nextSequence(), mask)}`,
    body: fields,
    handle,
    grant: handle.grant,
    beforeAttempt: () => updates.wait(handle.agentId, attempts, handle.startedAt, options?.signal),
  } as const;
  return readAgent(call, handle, await send(context, call, options));
}
