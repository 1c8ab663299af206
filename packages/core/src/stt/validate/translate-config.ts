import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { list, listOrOne } from "../../validation/list.ts";
import { object } from "../../validation/object.ts";
import { anything, boolean, integer, text, type ListSchema, type ObjectSchema } from "../../validation/schema.ts";
import type { SttBetaTranslateConfig } from "../types/beta-request.ts";
import type {
  SttTranslation,
  SttV5TranslateConfig,
  SttV6TranslateConfig,
  SttV7TranslateConfig,
} from "../types/translate-config.ts";
import type { SttUpdateTranslateConfig } from "../types/update.ts";
import type { SttVersion } from "../types/version.ts";
import { limitsOf } from "./limits.ts";

/** The pairs of languages. `mixed`: a target may be the source. */
function pairs(version: SttVersion | undefined, mixed = false): ListSchema<SttTranslation> {
  const { sources, targets } = limitsOf(version);
  return (version === "beta" ? listOrOne : list)(
    object<SttTranslation>({ source: text(), target: list(text(), 0, targets) }, {}, (entry, report) => {
      const target = get(entry, "target");
      if (!mixed && Array.isArray(target) && target.includes(get(entry, "source"))) {
        report("target", "must not hold the source");
      }
    }),
    0,
    sources,
  );
}

export function v5TranslateConfig(): ObjectSchema<SttV5TranslateConfig> {
  const optional = { enable: boolean(), forceTranslateInterval: integer(2, 5) };
  return object<SttV5TranslateConfig>({ languages: pairs("v5") }, optional);
}

export function v6TranslateConfig(): ObjectSchema<SttV6TranslateConfig> {
  return object<SttV6TranslateConfig>({ languages: pairs("v6") }, { enable: boolean() });
}

/** `mixed`: a target may be the source, since 7.2.2, where several languages are recognised. */
export function v7TranslateConfig(mixed: boolean): ObjectSchema<SttV7TranslateConfig> {
  // Code of Agora's community sends an interval, which no document of v7 has.
  const optional = { languages: pairs("v7", mixed), enable: boolean(), forceTranslateInterval: anything() };
  return object<SttV7TranslateConfig>({}, optional);
}

export function betaTranslateConfig(): ObjectSchema<SttBetaTranslateConfig> {
  const optional = { languages: pairs("beta"), enable: boolean(), forceTranslateInterval: anything() };
  return object<SttBetaTranslateConfig>({}, optional);
}

export function updatedTranslateConfig(
  version: SttVersion | undefined,
  mixed: boolean,
): ObjectSchema<SttUpdateTranslateConfig> {
  return object<SttUpdateTranslateConfig>({}, { languages: pairs(version, mixed), enable: boolean() });
}

/**
 * Whether a target may be the source in v7. An update that does not name the languages leaves it open.
 */
export function isMixed(request: unknown): boolean {
  return (
    get(request, "languages.length") !== 1 ||
    !isAbsent(get(request, "uidLanguagesConfig.0") ?? get(request, "uidLanguagesConfig.uid"))
  );
}
