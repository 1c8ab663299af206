import type { ClientContext } from "../client/context.ts";
import { foreignAppId, refuse, send } from "../client/operate.ts";
import { isAgoraError, type AgoraError } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { integerAt, objectAt } from "../runtime/json.ts";
import type { CallOptions } from "../transport/call.ts";
import { describe } from "../transport/failures.ts";
import { readFiles } from "./parse/files.ts";
import { nameState } from "./parse/states.ts";
import { readUpload } from "./parse/upload.ts";
import { handlePath } from "./paths.ts";
import { queryCall } from "./query.ts";
import { recordingService } from "./service.ts";
import type { RecordingTarget } from "./types/handle.ts";
import type { StopClientRequest, StopResult } from "./types/stop.ts";
import { validateStop } from "./validate/stop.ts";

const operation = "recording.stop";

/** The service itself holds a synchronous stop for up to about 20 s. */
const synchronousTimeout = 30_000;

const pauses = [3000, 6000] as const;

/**
 * A stop whose answer got lost may have worked. Before it is sent again, one query: when nothing runs any more, that is
 * the answer. Whatever else the query says, or fails with, a second stop is right and harmless.
 */
async function endIfGone(context: ClientContext, handle: RecordingTarget, failure: AgoraError, options: CallOptions) {
  try {
    await send(context, { ...queryCall(context, handle), once: true }, options);
  } catch (error) {
    if (!isAgoraError(error)) throw error;
    if (error.kind === "aborted") throw error;
    if (error.kind !== "task-not-found" || error.status === undefined) return;
    const { status, code, reason, requestId, retry } = error;
    throw new AgoraApiError({
      ...describe({ operation, handle, service: recordingService }, "task-not-found"),
      status,
      code,
      reason,
      requestId,
      retry,
      cause: failure,
    });
  }
}

export async function stop(
  context: ClientContext,
  handle: RecordingTarget,
  clientRequest: StopClientRequest = {},
  options: CallOptions = {},
): Promise<StopResult> {
  const issues = validateStop(handle, clientRequest, context);
  const all = [...issues, ...foreignAppId(context, handle, "handle.appId")];
  refuse(recordingService, operation, all, handle);
  const { cname, uid, resourceId, sid, grant } = handle;
  const asynchronous = clientRequest.async_stop === true;
  const call = {
    service: recordingService,
    operation,
    method: "POST",
    path: handlePath(context, handle, "stop"),
    body: { cname, uid, clientRequest },
    handle,
    grant,
    pauses,
    beforeRepeat: (failure: AgoraError) => endIfGone(context, handle, failure, options),
    timeout: asynchronous ? 0 : synchronousTimeout,
  } as const;
  const answer = await send(context, call, options);
  const serverResponse = objectAt(answer.body, "serverResponse");
  const status = integerAt(serverResponse, "status");
  return {
    cname,
    uid,
    resourceId,
    sid,
    ...answer.body,
    serverResponse,
    state: status === undefined ? null : nameState(status),
    files: readFiles(serverResponse),
    // Without a word about it, an asynchronous stop leaves the upload behind and a synchronous one leaves it open.
    upload: readUpload(serverResponse) ?? (asynchronous ? "pending" : "unknown"),
  };
}
