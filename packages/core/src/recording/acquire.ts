import type { ClientContext } from "../client/context.ts";
import { checks, refuse, send, unexpected } from "../client/operate.ts";
import { textAt } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { isAbsent } from "../validation/absent.ts";
import { recordingPath } from "./paths.ts";
import { recordingService } from "./service.ts";
import type { AcquireRequest } from "./types/acquire.ts";
import type { RecordingResource } from "./types/resource.ts";
import { validateAcquire } from "./operations/acquire.ts";

/** How long a resource ID can be started, in milliseconds. Agora docs: acquire. */
export const leaseTime = 5 * 60_000;

const operation = "recording.acquire";

export async function acquire(
  context: ClientContext,
  request: AcquireRequest,
  options?: CallOptions,
): Promise<RecordingResource> {
  refuse(recordingService, operation, validateAcquire(request, checks(context, operation)));
  const { cname, uid } = request;
  const clientRequest = request.clientRequest ?? {};
  const call = {
    service: recordingService,
    operation,
    method: "POST",
    path: `${recordingPath(context)}/acquire`,
    body: { cname, uid, clientRequest },
  } as const;
  const answer = await send(context, call, options);
  const resourceId = textAt(answer.body, "resourceId") ?? unexpected(call, answer, "resourceId");
  const grant = textAt(answer.body, "grant");
  return {
    cname,
    uid,
    resourceId,
    acquiredAt: answer.sentAt,
    // From the moment the request left: the service's own clock can only have started later.
    expiresAt: answer.sentAt + leaseTime,
    ...(isAbsent(clientRequest.scene) ? {} : { scene: clientRequest.scene }),
    ...(grant === undefined ? {} : { grant }),
  };
}
