import type { RecordingOperation } from "../../operations.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, string, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { RecordingMode } from "../types/mode.ts";
import { checkCname, isChannelMode, mode, pathPart, uid } from "./identity.ts";

/**
 * A handle in one of the modes, or in any. It is an object with these fields, whatever else it has. Query has no body, so
 * it does without channel and uid.
 */
export function recordingHandle(modes?: readonly RecordingMode[], forBody = true): Schema {
  const ids = { cname: string(), uid: uid() };
  const path = { resourceId: pathPart(), sid: pathPart(), mode: mode(modes) };
  return object(
    forBody ? { ...ids, ...path } : path,
    forBody ? {} : ids,
    (handle, report) => checkCname(handle, report, isChannelMode(get(handle, "mode"))),
    "free",
  );
}

let anyMode: Schema | undefined;
let forQuery: Schema | undefined;
let mixOnly: Schema | undefined;

function schemaFor(operation: RecordingOperation): Schema {
  if (operation === "recording.updateLayout") return (mixOnly ??= object({ handle: recordingHandle(["mix"]) }));
  if (operation === "recording.query") return (forQuery ??= object({ handle: recordingHandle(undefined, false) }));
  return (anyMode ??= object({ handle: recordingHandle() }));
}

/** Every problem of a handle; `recording.updateLayout` takes only one of mode mix (R30). Paths begin with `handle`. */
export function validateHandle(
  handle: unknown,
  operation: RecordingOperation,
  options?: ValidateOptions,
): ValidationIssue[] {
  return validate(schemaFor(operation), { handle }, options);
}
