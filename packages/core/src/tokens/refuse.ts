import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";
import { isSecretPath, shapeOf } from "../validation/shape.ts";

/** Refuses a value, without repeating it. */
export function refuseValue(path: string, message: string, value: unknown): never {
  throw new AgoraValidationError({
    kind: "invalid-request",
    text: local["invalid-request"],
    issues: [{ path, message, received: shapeOf(value, isSecretPath(path)) }],
  });
}
