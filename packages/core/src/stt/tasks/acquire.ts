import type { ClientContext } from "../../client/context.ts";
import { checks, refuse, send, unexpected } from "../../client/operate.ts";
import { integerAt, textAt } from "../../runtime/json.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { sttService } from "../service.ts";
import type { SttAcquireRequest } from "../types/acquire.ts";
import type { SttTaskLease } from "../types/lease.ts";
import { validateSttAcquire } from "./operations/acquire.ts";
import { sttTasksPath } from "./paths.ts";

/** How long a builder token can start a task, in milliseconds. Agora docs: STT v6, acquire. */
const leaseTime = 5 * 60_000;

const operation = "sttTasks.acquire";

export async function acquire(
  context: ClientContext,
  request: SttAcquireRequest,
  options?: CallOptions,
): Promise<SttTaskLease> {
  refuse(sttService, operation, validateSttAcquire(request, checks(context, operation)));
  const { instanceId, resourceExpiredHour } = request;
  const body = { instanceId, ...(resourceExpiredHour === undefined ? {} : { resourceExpiredHour }) };
  const path = `${sttTasksPath(context)}/builderTokens`;
  const call = { service: sttService, operation, method: "POST", path, body } as const;
  const answer = await send(context, call, options);
  const tokenName = textAt(answer.body, "tokenName") ?? unexpected(call, answer, "tokenName");
  const createTs = integerAt(answer.body, "createTs");
  const grant = textAt(answer.body, "grant");
  return {
    tokenName,
    ...(createTs === undefined ? {} : { createTs }),
    instanceId,
    acquiredAt: answer.sentAt,
    // From the moment the request left: the service's own clock can only have started later.
    expiresAt: answer.sentAt + leaseTime,
    ...(grant === undefined ? {} : { grant }),
  };
}
