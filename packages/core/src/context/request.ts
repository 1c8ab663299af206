import { AgoraValidationError } from "../errors/validation-error.ts";
import { isHarmless, type AgoraOperation } from "../errors/operations.ts";
import type { Call, CallOptions, ReceivedAnswer, Service } from "../pipeline/call.ts";
import { describe } from "../pipeline/failures.ts";
import type { CallSteps } from "../pipeline/state.ts";
import { isAbsent } from "../validation/absent.ts";
import { get } from "../validation/get.ts";
import type { ValidationIssue } from "../validation/issue.ts";
import type { ValidateOptions } from "../validation/validate.ts";
import type { ClientContext } from "./context.ts";

/** An App ID in a handle or lease that is not this client's: the service would only say that something does not fit. */
export function foreignAppId(context: ClientContext, holder: unknown, path: string): ValidationIssue[] {
  const appId = get(holder, "appId");
  if (isAbsent(appId) || appId === context.appId) return [];
  return [{ path, message: "must be the App ID of this client", received: "another App ID" }];
}

/** How requests of this operation are checked: as the client was told, with its warnings under the operation's name. */
export function checks(context: ClientContext, operation: AgoraOperation): ValidateOptions {
  const { allowFields, isProxied, strict, warn } = context;
  return { allowFields, isProxied, strict, onWarning: (warning) => warn({ operation, ...warning }) };
}

/** Refuses a request before anything is sent. */
export function refuse(
  service: Service,
  operation: AgoraOperation,
  issues: readonly ValidationIssue[],
  handle?: object,
): void {
  if (issues.length === 0) return;
  throw new AgoraValidationError({ ...describe({ operation, handle, service }, "invalid-request"), issues });
}

/** The parts of a call that differ between operations. */
export type CallParts = Pick<Call, "service" | "operation" | "effect" | "method" | "path"> & Partial<Call>;

/** Sends a call. `use` are steps of this call alone. */
export async function send(
  context: Pick<ClientContext, "transport" | "timeout">,
  parts: CallParts,
  { timeout, patience, retrySignal = patience, ...options }: CallOptions = {},
  use: readonly CallSteps[] = [],
): Promise<ReceivedAnswer> {
  if (timeout !== undefined && !(timeout > 0)) {
    refuse(parts.service, parts.operation, [
      { path: "timeout", message: "must be a positive number (ms)", received: "" },
    ]);
  }
  const time = timeout ?? Math.max(parts.timeout ?? 0, context.timeout ?? 10_000);
  return context.transport.send({ ...options, retrySignal, ...parts, timeout: time }, use);
}

/** An answer of 200 that lacks what it is for. The call may well have taken effect. */
export function unexpected(
  call: Pick<Call, "service" | "operation" | "effect" | "handle">,
  answer: ReceivedAnswer,
  missing: string,
): never {
  throw new AgoraValidationError({
    ...describe(call, "unexpected-response"),
    status: answer.status,
    requestId: answer.requestId(),
    retry: { policy: "none", delays: [], outcomeUnknown: !isHarmless(call.effect) },
    detail: `The answer was: ${answer.excerpt()}`,
    issues: [{ path: missing, message: "is missing in the answer", received: "" }],
  });
}
