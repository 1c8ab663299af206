import { isBoolean } from "../../checks/values.ts";
import { isObject, list, listOrOne, object, type JsonObject } from "../../runtime/json.ts";
import type { SttConfig } from "../run/config.ts";
import { isKeywordList, isLanguageList, speakerLanguageProblems, translationProblems } from "./languages.ts";
import type { Limits } from "./limits.ts";
import { invalid, missing, nested, optional, type Problems } from "./problem.ts";
import { isSpeakerList } from "./rtc.ts";

const maskPaths = [
  "languages",
  "uidLanguagesConfig",
  "keywords",
  "rtcConfig.subscribeAudioUids",
  "translateConfig.enable",
  "translateConfig.languages",
] as const;

export type MaskPath = (typeof maskPaths)[number];

/** The paths that this generation knows. */
export function knownPaths({ hasKeywords, hasSpeakerLanguages }: Limits): readonly MaskPath[] {
  return maskPaths.filter(
    (path) => (path !== "keywords" || hasKeywords) && (path !== "uidLanguagesConfig" || hasSpeakerLanguages),
  );
}

/** The field at a path of the body. */
export function fieldAt(body: JsonObject, path: MaskPath): unknown {
  const [parent = "", name] = path.split(".");
  return name === undefined ? body[parent] : object(body[parent])[name];
}

/** What the mask makes change: the known paths that have a value. Of what is null, nothing is known to change. */
export const maskedPaths = (mask: readonly string[], body: JsonObject, limits: Limits): readonly MaskPath[] =>
  knownPaths(limits).filter((path) => mask.includes(path) && fieldAt(body, path) !== undefined);

/** `updateMask`: known paths whose fields are there. */
export function* maskProblems(mask: readonly string[], body: JsonObject, limits: Limits): Problems {
  if (mask.length === 0) yield missing("updateMask");
  for (const path of mask) {
    const known = knownPaths(limits).find((name) => name === path);
    if (known === undefined) yield invalid("updateMask", `has the unknown path ${path}`);
    else if (fieldAt(body, known) === undefined) yield missing(path);
  }
}

/** Everything in the body, masked or not. */
export function* updateProblems(
  body: JsonObject,
  limits: Limits,
  { config, masked }: { config: SttConfig; masked: readonly MaskPath[] },
): Problems {
  yield* optional(body, "languages", "languages", (value) => isLanguageList(value, limits.languages));
  yield* speakerLanguageProblems(body.uidLanguagesConfig, limits);
  if (limits.hasKeywords) yield* optional(body, "keywords", "keywords", isKeywordList);
  yield* nested(body, "rtcConfig", "rtcConfig", (rtc) => listProblems(rtc, limits), false);
  const { translateConfig } = body;
  if (translateConfig === undefined) return;
  if (!isObject(translateConfig)) {
    yield invalid("translateConfig");
    return;
  }
  const { enable, languages } = translateConfig;
  yield* optional(translateConfig, "enable", "translateConfig.enable", isBoolean);
  if (languages !== undefined) yield* translationProblems(languages, limits, spokenAfter(body, config));
  const hasPairs = masked.includes("translateConfig.languages") ? list(languages).length : config.translations.length;
  if (masked.includes("translateConfig.enable") && enable === true && !hasPairs)
    yield missing("translateConfig.languages");
}

function* listProblems(rtc: JsonObject, limits: Limits): Problems {
  const check = (value: unknown) => isSpeakerList(value, limits.speakers);
  yield* optional(rtc, "subscribeAudioUids", "rtcConfig.subscribeAudioUids", check);
}

function spokenAfter(body: JsonObject, config: SttConfig): ReadonlySet<string> {
  const languages = list(body.languages ?? config.languages);
  const ofSpeakers = listOrOne(body.uidLanguagesConfig ?? config.uidLanguages);
  const all = [...languages, ...ofSpeakers.flatMap((entry) => listOrOne(object(entry).languages))];
  return new Set(all.filter((code): code is string => typeof code === "string"));
}
