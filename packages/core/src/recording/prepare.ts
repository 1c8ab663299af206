import type { ClientContext } from "../client/context.ts";
import type { AgoraOperation, RecordingOperation } from "../operations.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import type { Answer, Call, CallOptions } from "../transport/call.ts";
import { describe } from "../transport/failures.ts";
import { redact } from "../transport/redact.ts";
import { buildPath } from "../transport/url.ts";
import type { ValidationIssue } from "../validation/issue.ts";
import { recordingService } from "./service.ts";
import type { RecordingTargetOf } from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";

/** The service's own limit on a synchronous stop is about 20 s. */
export const stopTimeout = 30_000;

/** Refuses a request before anything is sent. */
export function refuse(operation: RecordingOperation, issues: readonly ValidationIssue[], handle?: object): void {
  if (issues.length === 0) return;
  const call = { operation, handle, service: recordingService };
  throw new AgoraValidationError({ ...describe(call, "invalid-request"), issues });
}

/** An App ID in a handle or lease that is not this client's: the service would only say that something does not fit. */
export function foreignAppId(context: ClientContext, appId: unknown, path: string): ValidationIssue[] {
  if (appId === undefined || appId === context.appId) return [];
  return [{ path, message: "must be the App ID of this client", received: "another App ID" }];
}

/** The path of an operation, below the project's. */
export function recordingPath(context: ClientContext): string {
  return buildPath`/v1/apps/${context.appId}/cloud_recording`;
}

/** The path of an operation on something that runs. */
export function handlePath(context: ClientContext, handle: RecordingTargetOf<RecordingMode>, action: string): string {
  const { resourceId, sid, mode } = handle;
  return recordingPath(context) + buildPath`/resourceid/${resourceId}/sid/${sid}/mode/${mode}/` + action;
}

export type CallParts = Pick<Call, "method" | "path"> & Partial<Call>;

export function send(
  context: ClientContext,
  operation: RecordingOperation,
  parts: CallParts,
  options: CallOptions = {},
): Promise<Answer> {
  return context.transport.send({
    service: recordingService,
    operation,
    signal: options.signal,
    ...parts,
    timeout: options.timeout ?? Math.max(parts.timeout ?? 0, context.timeout ?? 10_000),
  });
}

/** An answer of 200 that lacks what it is for. The call may well have taken effect. */
export function unexpected(operation: AgoraOperation, answer: Answer, missing: string, handle?: object): never {
  const call = { operation, handle, service: recordingService };
  throw new AgoraValidationError({
    ...describe(call, "unexpected-response"),
    status: answer.status,
    requestId: answer.requestId,
    retry: { policy: "none", delays: [], outcomeUnknown: !operation.endsWith(".query") },
    detail: `The answer was: ${JSON.stringify(redact(answer.body)).slice(0, 300)}`,
    issues: [{ path: missing, message: "is missing in the answer", received: "" }],
  });
}
