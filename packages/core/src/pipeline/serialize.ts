import { AgoraValidationError } from "../errors/validation-error.ts";
import type { Call } from "./call.ts";
import { describe } from "./failures.ts";
import type { CallStep } from "./state.ts";

function toJson(call: Call): string | undefined {
  if (call.body === undefined) return undefined;
  try {
    return JSON.stringify(call.body);
  } catch (cause) {
    const issues = [{ path: "", message: "must be JSON", received: "a value that has no JSON form" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-request"), issues, cause });
  }
}

/** Writes the body once, as it is when the call is made: callers may change their object while it is repeated. */
export const serialize: CallStep = async (state, next) => {
  state.body = toJson(state.call);
  return next();
};
