import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";

/** One thing that is wrong with an option, or with what a command was given. */
export function invalid(
  kind: "invalid-config" | "invalid-request",
  path: string,
  message: string,
  cause?: unknown,
): AgoraValidationError {
  return new AgoraValidationError({ kind, text: local[kind], issues: [{ path, message, received: "" }], cause });
}
