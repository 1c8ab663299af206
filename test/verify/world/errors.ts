import { AgoraApiError } from "../../../packages/core/src/errors/api-error.ts";
import { AgoraError } from "../../../packages/core/src/errors/agora-error.ts";
import type { AgoraErrorKind } from "../../../packages/core/src/errors/kinds.ts";
import { AgoraAbortError } from "../../../packages/core/src/errors/abort-error.ts";
import { AgoraNetworkError } from "../../../packages/core/src/errors/network-error.ts";
import type { AgoraOperation } from "../../../packages/core/src/errors/operations.ts";

type Text = readonly [string, string, string];
const text = (kind: string): Text => [kind, kind, ""];

const made = new Map<string, AgoraError>();

/** One of each is enough: an error never changes. */
function once(make: () => AgoraError, ...parts: readonly unknown[]): AgoraError {
  const key = parts.join();
  const error = made.get(key) ?? make();
  made.set(key, error);
  return error;
}

/** An answer that is no success, as the client would report it. */
export function refusal(
  operation: AgoraOperation,
  kind: AgoraErrorKind,
  status: number,
  more: { outcomeUnknown?: boolean; handle?: object; runningTask?: string; cause?: AgoraError } = {},
): AgoraError {
  const { outcomeUnknown = false, ...facts } = more;
  const make = () =>
    new AgoraApiError({
      kind,
      status,
      operation,
      text: text(kind),
      // A word of the service: a 404 without one is of somebody on the way.
      reason: kind,
      retry: { policy: "none", delays: [], outcomeUnknown },
      ...facts,
    });
  return more.handle ? make() : once(make, operation, kind, status, outcomeUnknown, more.cause !== undefined);
}

/** No answer came. */
export function lost(operation: AgoraOperation, outcomeUnknown: boolean): AgoraError {
  const make = () =>
    new AgoraNetworkError({
      kind: "network-error",
      operation,
      text: text("network-error"),
      retry: { policy: "none", delays: [], outcomeUnknown },
    });
  return once(make, "lost", operation, outcomeUnknown);
}

/** Storage does not take what has to be known before a start. */
export function notStored(): AgoraError {
  return once(() => new AgoraError({ kind: "storage-failed", text: text("storage-failed") }), "storage");
}

/** The session was disposed of while it waited. */
export function aborted(operation: AgoraOperation): AgoraError {
  return once(() => new AgoraAbortError({ kind: "aborted", operation, text: text("aborted") }), "aborted", operation);
}
