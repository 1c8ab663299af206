import { isObject } from "../../runtime/json.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { object, type Rule } from "../../validation/object.ts";
import { anything, choose, once } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type {
  SttBetaUpdateFields,
  SttUpdateFields,
  SttV5UpdateFields,
  SttV6UpdateFields,
  SttV7UpdateFields,
} from "../types/update.ts";
import type { SttTaskVersion, SttVersion } from "../types/version.ts";
import { deriveUpdateMask } from "../update-mask.ts";
import { agentHandle, type CheckedAgent } from "./agent-handle.ts";
import { keywords, languages, sinceV6, uidLanguages } from "./fields.ts";
import { limitsOf } from "./limits.ts";
import { updatedRtcConfig } from "./rtc-config.ts";
import { taskHandle, type CheckedTask } from "./task-handle.ts";
import { isMixed, updatedTranslateConfig } from "./translate-config.ts";

/** What every generation can change. */
const common = (version: SttVersion | undefined, mixed = false) => ({
  languages: languages(limitsOf(version).languages),
  rtcConfig: updatedRtcConfig(version),
  translateConfig: updatedTranslateConfig(version, mixed),
});

/** What an update of v6 changes; keywords are not documented for it. */
export const v6Fields = /* @__PURE__ */ once(() =>
  object<SttV6UpdateFields>({}, { ...common("v6"), uidLanguagesConfig: uidLanguages() }),
);

const v5Fields = /* @__PURE__ */ once(() =>
  object<SttV5UpdateFields>({}, { ...common("v5"), uidLanguagesConfig: sinceV6() }),
);

/** What an update of v7 changes. */
export const v7Fields = /* @__PURE__ */ once(() =>
  choose<SttV7UpdateFields, boolean>(isMixed, (mixed) =>
    object<SttV7UpdateFields>({}, { ...common("v7", mixed), uidLanguagesConfig: uidLanguages(), keywords: keywords() }),
  ),
);

/** What an update of the beta can be tried with. */
const betaFields = /* @__PURE__ */ once(() =>
  object<SttBetaUpdateFields>(
    {},
    { ...common("beta"), uidLanguagesConfig: uidLanguages(), audio: anything(), config: anything() },
  ),
);

const hasChange: Rule = (call, report) => {
  const given = get(call, "fields");
  if (isObject(given) && !deriveUpdateMask(given)) report("fields", "must have a field to change");
};

export const agentUpdate = /* @__PURE__ */ once(() =>
  object<{ handle: CheckedAgent; fields: SttV7UpdateFields }>(
    { handle: agentHandle(), fields: v7Fields() },
    {},
    hasChange,
  ),
);

interface Call<Fields> {
  handle: CheckedTask;
  fields: Fields;
}

/** By the generation of the handle; v6 where it does not say. */
export const taskUpdate = /* @__PURE__ */ once(() =>
  choose<Call<SttUpdateFields<SttTaskVersion>>>(
    (call) => get(call, "handle.version"),
    (version) => {
      const handle = taskHandle();
      if (version === "v5") return object<Call<SttV5UpdateFields>>({ handle, fields: v5Fields() }, {}, hasChange);
      if (version === "beta") return object<Call<SttBetaUpdateFields>>({ handle, fields: betaFields() }, {}, hasChange);
      return object<Call<SttV6UpdateFields>>({ handle, fields: v6Fields() }, {}, hasChange);
    },
  ),
);

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
  return validate(version === "v7" ? agentUpdate() : taskUpdate(), { handle, fields }, options);
}
