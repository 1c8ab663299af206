import { isAgoraError } from "../errors/agora-error.ts";

/** Whether an earlier attempt of the same call may have started what the service now says is running. */
export function startedBefore(error: unknown): boolean {
  return (
    isAgoraError(error) &&
    (error.kind === "already-started" || error.kind === "conflict") &&
    isAgoraError(error.cause) &&
    error.cause.retry.outcomeUnknown
  );
}
