import { isObject } from "../../runtime/json.ts";
import { get } from "../../validation/get.ts";
import { object, type Rule } from "../../validation/object.ts";
import { anything, choose, once } from "../../validation/schema.ts";
import type { SttBetaUpdateFields, SttV5UpdateFields, SttV6UpdateFields, SttV7UpdateFields } from "../types/update.ts";
import type { SttVersion } from "../types/version.ts";
import { deriveUpdateMask } from "../update-mask.ts";
import { keywords, languages, sinceV6, uidLanguages } from "./fields.ts";
import { limitsOf } from "./limits.ts";
import { updatedRtcConfig } from "./rtc-config.ts";
import { isMixed, updatedTranslateConfig } from "./translate-config.ts";

/** What every generation can change. */
const common = (version: SttVersion | undefined, mixed = false) => ({
  languages: languages(limitsOf(version).languages),
  rtcConfig: updatedRtcConfig(version),
  translateConfig: updatedTranslateConfig(version, mixed),
});

/** What an update of v6 changes. */
export const v6Fields = /* @__PURE__ */ once(() =>
  object<SttV6UpdateFields>({}, { ...common("v6"), uidLanguagesConfig: uidLanguages() }),
);

export const v5Fields = /* @__PURE__ */ once(() =>
  object<SttV5UpdateFields>({}, { ...common("v5"), uidLanguagesConfig: sinceV6() }),
);

/** What an update of v7 changes. */
export const v7Fields = /* @__PURE__ */ once(() =>
  choose<SttV7UpdateFields, boolean>(isMixed, (mixed) =>
    object<SttV7UpdateFields>({}, { ...common("v7", mixed), uidLanguagesConfig: uidLanguages(), keywords: keywords() }),
  ),
);

/** What an update of the beta can be tried with. */
export const betaFields = /* @__PURE__ */ once(() =>
  object<SttBetaUpdateFields>(
    {},
    { ...common("beta"), uidLanguagesConfig: uidLanguages(), audio: anything(), config: anything() },
  ),
);

/** An update has to change something. */
export const hasChange: Rule = (call, report) => {
  const given = get(call, "fields");
  if (isObject(given) && !deriveUpdateMask(given)) report("fields", "must have a field to change");
};
