import type { ClientContext } from "../client/context.ts";
import { textAt } from "../runtime/json.ts";
import type { CallOptions } from "../transport/call.ts";
import { recordingPath, refuse, send, unexpected } from "./prepare.ts";
import type { AcquireRequest } from "./types/acquire.ts";
import type { RecordingResource } from "./types/resource.ts";
import { validateAcquire } from "./validate/acquire.ts";

/** How long a resource ID can be started, in milliseconds. Agora docs: acquire. */
export const leaseTime = 5 * 60_000;

export async function acquire(
  context: ClientContext,
  request: AcquireRequest,
  options?: CallOptions,
): Promise<RecordingResource> {
  refuse("recording.acquire", validateAcquire(request, context));
  const { cname, uid, clientRequest = {} } = request;
  const answer = await send(
    context,
    "recording.acquire",
    { method: "POST", path: `${recordingPath(context)}/acquire`, body: { cname, uid, clientRequest } },
    options,
  );
  const resourceId = textAt(answer.body, "resourceId");
  if (resourceId === undefined) unexpected("recording.acquire", answer, "resourceId");
  const grant = textAt(answer.body, "grant");
  return {
    cname,
    uid,
    resourceId,
    acquiredAt: answer.sentAt,
    // From the moment the request left: the service's own clock can only have started later.
    expiresAt: answer.sentAt + leaseTime,
    ...(clientRequest.scene === undefined ? {} : { scene: clientRequest.scene }),
    ...(grant === undefined ? {} : { grant }),
  };
}
