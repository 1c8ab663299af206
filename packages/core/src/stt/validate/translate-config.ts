import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { boolean, integer, list, object, text, type Schema } from "../../validation/schema.ts";
import { listOrOne } from "./fields.ts";
import { limitsOf } from "./limits.ts";

/**
 * Whether a target may be the source: since 7.2.2, where several languages are recognised. An update that does not name
 * the languages leaves it open.
 */
function mayRepeatSource(version: unknown, request: unknown): boolean {
  return (
    version === "v7" &&
    (get(request, "languages.length") !== 1 ||
      !isAbsent(get(request, "uidLanguagesConfig.0") ?? get(request, "uidLanguagesConfig.uid")))
  );
}

/** `translateConfig` of a request, or of an update, where both fields can be left out. */
export function translateConfig(version: unknown, request: unknown, update = false): Schema {
  const { sources, targets } = limitsOf(version);
  const mixed = mayRepeatSource(version, request);
  const languages = (version === "beta" ? listOrOne : list)(
    object({ source: text(), target: list(text(), 0, targets) }, {}, (entry, report) => {
      const target = get(entry, "target");
      if (!mixed && Array.isArray(target) && target.includes(get(entry, "source"))) {
        report("target", "must not hold the source");
      }
    }),
    0,
    sources,
  );
  // Only v5 documents the interval. Code of Agora's community sends one to v7.
  const options = { enable: boolean(), ...(version === "v5" ? { forceTranslateInterval: integer(2, 5) } : {}) };
  return update || version === "v7" || version === "beta"
    ? object({}, { ...options, languages })
    : object({ languages }, options);
}
