import { lazy } from "valibot";
import { pathPart } from "../../recording/validate/identity.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { betaRequest } from "./beta-request.ts";
import { flatRequest } from "./flat-request.ts";
import { taskVersion } from "./task-handle.ts";

function requestOf(version: unknown): Schema {
  if (version === "v6" || version === "v5") return flatRequest(version);
  return version === "beta" ? betaRequest() : object({});
}

/** What start takes, by the generation that it names. */
export function startTaskRequest(): Schema {
  return lazy((start) =>
    object(
      { tokenName: pathPart(), version: taskVersion(), request: requestOf(get(start, "version")) },
      {},
      undefined,
      "lenient",
    ),
  );
}

/** Every problem of a start that shows before it is sent. Paths are the caller's: `request.rtcConfig.pubBotUid`. */
export function validateSttStart(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(startTaskRequest(), request, options);
}
