import type { RecordingOperation } from "../../operations.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, string, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { KnownRecordingMode, RecordingModeWithoutLayout } from "../types/mode.ts";
import { checkCname, isChannelMode, mode, pathPart, uid } from "./identity.ts";

/**
 * A handle in any mode but those given. It is an object with these fields, whatever else it has. Query has no body, so
 * it does without channel and uid.
 */
export function recordingHandle(without?: readonly KnownRecordingMode[], forBody = true): Schema {
  const ids = { cname: string(), uid: uid() };
  const path = { resourceId: pathPart(), sid: pathPart(), mode: mode(without) };
  return object(
    forBody ? { ...ids, ...path } : path,
    forBody ? {} : ids,
    (handle, report) => checkCname(handle, report, isChannelMode(get(handle, "mode"))),
    "free",
  );
}

/** R30. */
const withoutLayout: readonly RecordingModeWithoutLayout[] = ["raw", "individual", "web"];

/** A handle whose layout can be changed. */
export function layoutHandle(): Schema {
  return recordingHandle(withoutLayout);
}

let anyMode: Schema | undefined;
let forQuery: Schema | undefined;
let forLayout: Schema | undefined;

function schemaFor(operation: RecordingOperation): Schema {
  if (operation === "recording.updateLayout") return (forLayout ??= object({ handle: layoutHandle() }));
  if (operation === "recording.query") return (forQuery ??= object({ handle: recordingHandle(undefined, false) }));
  return (anyMode ??= object({ handle: recordingHandle() }));
}

/** Every problem of a handle; `recording.updateLayout` takes none of the known modes but mix (R30). Paths begin with `handle`. */
export function validateHandle(
  handle: unknown,
  operation: RecordingOperation,
  options?: ValidateOptions,
): ValidationIssue[] {
  return validate(schemaFor(operation), { handle }, options);
}
