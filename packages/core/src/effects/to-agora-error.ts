import { invalid } from "../context/invalid.ts";
import { type AgoraError, isAgoraError } from "../errors/agora-error.ts";

/** What a function of the app threw, as an error of this package. */
export function toAgoraError(error: unknown, path = "clientRequest"): AgoraError {
  if (isAgoraError(error)) return error;
  const message = `could not be made: ${error instanceof Error ? error.message : "the function failed"}`;
  return invalid("invalid-request", path, message, error);
}
