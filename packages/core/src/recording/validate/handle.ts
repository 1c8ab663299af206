import type { RecordingOperation } from "../../operations.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, string, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { RecordingMode } from "../types/mode.ts";
import { checkCname, isChannelMode, mode, pathPart, uid } from "./identity.ts";

/** A handle in one of the modes, or in any. It is an object with these fields, whatever else it has. */
export function recordingHandle(modes?: readonly RecordingMode[]): Schema {
  return object(
    { cname: string(), uid: uid(), resourceId: pathPart(), sid: pathPart(), mode: mode(modes) },
    {},
    (handle, report) => checkCname(handle, report, isChannelMode(get(handle, "mode"))),
    true,
  );
}

let anyMode: Schema | undefined;
let mixOnly: Schema | undefined;

/** Every problem of a handle; `recording.updateLayout` takes only one of mode mix (R30). Paths begin with `handle`. */
export function validateHandle(
  handle: unknown,
  operation: RecordingOperation,
  options?: ValidateOptions,
): ValidationIssue[] {
  const schema =
    operation === "recording.updateLayout"
      ? (mixOnly ??= object({ handle: recordingHandle(["mix"]) }))
      : (anyMode ??= object({ handle: recordingHandle() }));
  return validate(schema, { handle }, options);
}
