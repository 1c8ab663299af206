import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { boolean, once } from "../../validation/schema.ts";
import type { StopClientRequest } from "../types/stop.ts";
import { recordingHandle, type Target } from "../validate/handle.ts";
import { run, type Prepared, type Reading } from "../../context/run-operation.ts";
import { isAgoraError, type AgoraError } from "../../errors/agora-error.ts";
import { AgoraApiError } from "../../errors/api-error.ts";
import { connectionError, describe } from "../../pipeline/failures.ts";
import { guardedDelays } from "../../errors/retry-delays.ts";
import type { CallSteps } from "../../pipeline/state.ts";
import { integerAt, objectAt } from "../../runtime/json.ts";
import type { Absent } from "../../validation/absent.ts";
import { echo } from "../parse/echo.ts";
import { readFiles } from "../parse/files.ts";
import { nameState } from "../parse/states.ts";
import { readUpload } from "../parse/upload.ts";
import { recordingService } from "../service.ts";
import type { RecordingTarget } from "../types/handle.ts";
import type { RecordingMode } from "../types/mode.ts";
import type { StopResult } from "../types/stop.ts";
import { query } from "./query.ts";

/** What stop takes. */
export const stopCall = /* @__PURE__ */ once(() =>
  object<{ handle: Target; clientRequest?: StopClientRequest | undefined }>(
    { handle: recordingHandle() },
    { clientRequest: object<StopClientRequest>({}, { async_stop: boolean() }) },
  ),
);

/** A stop, as one object. */
export interface RecordingStop {
  readonly handle: RecordingTarget<RecordingMode>;
  readonly clientRequest?: StopClientRequest | Absent;
}

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
  { context, call, input: { handle }, options }: Prepared<RecordingStop>,
  failure: AgoraError,
  deadline: number,
): Promise<void> {
  try {
    // The handle has been checked, and warnings are not repeated.
    const silent = { ...context, warn: () => {} };
    await run(silent, query, { handle }, { ...options, once: true }, [endBy(deadline)]);
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

export const stop = /* @__PURE__ */ defineOperation({
  name: "recording.stop",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/stop",
  effect: "end",
  request: stopCall,
  body: ["cname", "uid", "clientRequest"],
  service: recordingService,
  repeatDelays: guardedDelays,
  timeout: ({ clientRequest }: RecordingStop) => (clientRequest?.async_stop ? 0 : synchronousTimeout),
  steps: (prepared: Prepared<RecordingStop>) =>
    askInDoubt((failure, deadline) => endIfGone(prepared, failure, deadline)),
  read({ answer: { body }, input: { handle, clientRequest } }: Reading<RecordingStop>): StopResult {
    const serverResponse = objectAt(body, "serverResponse");
    const status = integerAt(serverResponse, "status");
    return {
      ...body,
      ...echo(body, handle),
      serverResponse,
      state: status === undefined ? null : nameState(status),
      files: readFiles(serverResponse),
      // Without a word about it, an asynchronous stop leaves the upload behind and a synchronous one leaves it open.
      upload: readUpload(serverResponse) ?? (clientRequest?.async_stop ? "pending" : "unknown"),
    };
  },
});
