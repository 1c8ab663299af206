import type { ClientContext } from "../client/context.ts";
import { checks, foreignAppId, refuse, send, type CallParts } from "../client/operate.ts";
import { isAgoraError, type AgoraError } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { integerAt, objectAt } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { connectionError, describe } from "../pipeline/failures.ts";
import { guardedDelays } from "../pipeline/retry.ts";
import type { CallSteps } from "../pipeline/state.ts";
import type { Absent } from "../validation/absent.ts";
import { echo } from "./parse/echo.ts";
import { readFiles } from "./parse/files.ts";
import { nameState } from "./parse/states.ts";
import { readUpload } from "./parse/upload.ts";
import { handlePath } from "./paths.ts";
import { queryCall } from "./query.ts";
import { recordingService } from "./service.ts";
import type { RecordingTarget } from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";
import type { StopClientRequest, StopResult } from "./types/stop.ts";
import { validateStop } from "./operations/stop.ts";

const operation = "recording.stop";

/** The service itself holds a synchronous stop for up to about 20 s. */
const synchronousTimeout = 30_000;

/** Ends a call with `deadline`, where that comes before its own. */
const endBy = (deadline: number): CallSteps => ({
  call(state, next) {
    state.deadline = Math.min(state.deadline, deadline);
    return next();
  },
});

/**
 * A stop whose answer got lost may have worked. One query tells: when nothing runs any more, that is the answer. Whatever
 * else the query says, or fails with, a second stop is right and harmless.
 */
async function endIfGone(
  context: ClientContext,
  call: CallParts,
  handle: RecordingTarget<RecordingMode>,
  situation: { failure: AgoraError; deadline: number; options: CallOptions },
): Promise<void> {
  const { failure, deadline, options } = situation;
  try {
    await send(context, { ...queryCall(context, handle), once: true }, options, [endBy(deadline)]);
  } catch (error) {
    if (!isAgoraError(error)) throw error;
    if (error.kind === "aborted") {
      throw connectionError(call, { why: "aborted", cause: error.cause }, { previous: failure, sent: false });
    }
    if (error.kind !== "task-not-found" || error.status === undefined) return;
    const { status, code, reason, requestId, retry } = error;
    throw new AgoraApiError({
      ...describe(call, "task-not-found"),
      status,
      code,
      reason,
      requestId,
      retry,
      cause: failure,
    });
  }
}

/** Asks what runs before a stop in doubt is sent again, and after the last one. */
function askInDoubt(ask: (failure: AgoraError, deadline: number) => Promise<void>): CallSteps {
  return {
    async attempt({ state }, next) {
      if (state.failure?.retry.outcomeUnknown) await ask(state.failure, state.deadline);
      return next();
    },
    async call(state, next) {
      try {
        return await next();
      } catch (error) {
        if (state.attempts > 1 && isAgoraError(error) && error.retry.outcomeUnknown) await ask(error, state.deadline);
        throw error;
      }
    },
  };
}

export async function stop(
  context: ClientContext,
  handle: RecordingTarget<RecordingMode>,
  how: StopClientRequest | Absent,
  options: CallOptions = {},
): Promise<StopResult> {
  const clientRequest = how ?? {};
  const issues = validateStop(handle, clientRequest, checks(context, operation));
  const all = [...issues, ...foreignAppId(context, handle, "handle.appId")];
  refuse(recordingService, operation, all, handle);
  const { cname, uid, grant } = handle;
  const asynchronous = clientRequest.async_stop === true;
  const call = {
    service: recordingService,
    operation,
    method: "POST",
    path: handlePath(context, handle, "stop"),
    body: { cname, uid, clientRequest },
    handle,
    grant,
    repeatDelays: guardedDelays,
    timeout: asynchronous ? 0 : synchronousTimeout,
  } as const;
  const use = askInDoubt((failure, deadline) => endIfGone(context, call, handle, { failure, deadline, options }));
  const answer = await send(context, call, options, [use]);
  const serverResponse = objectAt(answer.body, "serverResponse");
  const status = integerAt(serverResponse, "status");
  return {
    ...answer.body,
    ...echo(answer.body, handle),
    serverResponse,
    state: status === undefined ? null : nameState(status),
    files: readFiles(serverResponse),
    // Without a word about it, an asynchronous stop leaves the upload behind and a synchronous one leaves it open.
    upload: readUpload(serverResponse) ?? (asynchronous ? "pending" : "unknown"),
  };
}
