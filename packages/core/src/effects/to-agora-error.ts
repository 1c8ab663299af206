import { type AgoraError, isAgoraError } from "../errors/agora-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";

/** What a function of the app threw, as an error of this package. */
export function toAgoraError(error: unknown, path = "clientRequest"): AgoraError {
  if (isAgoraError(error)) return error;
  const message = `could not be made: ${error instanceof Error ? error.message : "the function failed"}`;
  const issues = [{ path, message, received: "" }];
  return new AgoraValidationError({ kind: "invalid-request", text: local["invalid-request"], issues, cause: error });
}
