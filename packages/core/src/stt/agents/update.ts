import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../../client/operate.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import type { SttAgentResult } from "../types/results.ts";
import type { SttUpdateFields } from "../types/update.ts";
import type { UpdateGap } from "../update-gap.ts";
import { spaceUpdates } from "../space-updates.ts";
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
  const call = {
    service: sttService,
    operation,
    method: "POST",
    path: agentPath(context, handle.agentId, "/update"),
    body: fields,
    handle,
    grant: handle.grant,
  } as const;
  const use = spaceUpdates(updates, { id: handle.agentId, startedAt: handle.startedAt, fields });
  return readAgent(call, handle, await send(context, call, options, [use]));
}
