import { lazy } from "valibot";
import { isObject } from "../../runtime/json.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { SttVersion } from "../types/version.ts";
import { deriveUpdateMask } from "../update-mask.ts";
import { agentHandle } from "./agent-handle.ts";
import { keywords, languages, uidLanguages } from "./fields.ts";
import { limitsOf } from "./limits.ts";
import { updatedRtcConfig } from "./rtc-config.ts";
import { taskHandle } from "./task-handle.ts";
import { translateConfig } from "./translate-config.ts";

/** What update takes of that generation: the whole of `fields`. */
export function updatedFields(version: unknown, fields: unknown): Schema {
  return object(
    {},
    {
      languages: languages(limitsOf(version).languages),
      uidLanguagesConfig: uidLanguages(version),
      rtcConfig: updatedRtcConfig(version),
      translateConfig: translateConfig(version, fields, true),
      keywords: keywords(),
    },
  );
}

/**
 * Every problem of an update that shows before it is sent. Paths begin with `handle` or `fields`.
 *
 * @param version the handle's; v6 for a task whose handle does not say
 */
export function validateSttUpdate(
  version: SttVersion | undefined,
  handle: unknown,
  fields: unknown,
  options?: ValidateOptions,
): ValidationIssue[] {
  const schema = lazy(() =>
    object(
      { handle: version === "v7" ? agentHandle() : taskHandle(), fields: updatedFields(version, fields) },
      {},
      (call, report) => {
        const given = get(call, "fields");
        if (isObject(given) && !deriveUpdateMask(given)) report("fields", "must have a field to change");
      },
    ),
  );
  return validate(schema, { handle, fields }, options);
}
