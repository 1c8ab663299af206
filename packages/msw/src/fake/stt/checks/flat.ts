import { isInteger } from "../../checks/values.ts";
import { isObject, object, type JsonObject } from "../../runtime/json.ts";
import { captionProblems } from "./caption-files.ts";
import {
  isKeywordList,
  isLanguageList,
  recognised,
  speakerLanguageProblems,
  translationProblems,
} from "./languages.ts";
import type { Limits } from "./limits.ts";
import { invalid, missing, nested, optional, required, type Problems } from "./problem.ts";
import { rtcProblems } from "./rtc.ts";

const longestName = 64;

/** The flat body of v5, v6 and v7. Unknown fields are not looked at. */
export function* flatProblems(body: JsonObject, limits: Limits): Problems {
  if (limits.family === "agent") yield* required(body, "name", "name", isName);
  yield* required(body, "languages", "languages", (value) => isLanguageList(value, limits.languages));
  yield* speakerLanguageProblems(body.uidLanguagesConfig, limits);
  if (limits.hasKeywords) yield* optional(body, "keywords", "keywords", isKeywordList);
  yield* optional(body, "maxIdleTime", "maxIdleTime", (value) => isInteger(value, limits.minIdle, limits.maxIdle));
  yield* nested(body, "rtcConfig", "rtcConfig", (rtc) => rtcProblems(rtc, limits), true);
  yield* translateProblems(body, limits);
  const { extensionParams } = body;
  const files = (caption: JsonObject) => captionProblems(caption, limits, extensionParams);
  yield* nested(body, "captionConfig", "captionConfig", files, false);
}

const isName = (value: unknown): boolean =>
  typeof value === "string" && value.length > 0 && value.length <= longestName;

function* translateProblems(body: JsonObject, limits: Limits): Problems {
  const { translateConfig: config } = body;
  if (config === undefined) return;
  const { languages, forceTranslateInterval } = object(config);
  if (!isObject(config)) yield invalid("translateConfig");
  else if (languages !== undefined) yield* translationProblems(languages, limits, recognised(body));
  else if (limits.family === "task") yield missing("translateConfig.languages");
  if (limits.family === "task" && !limits.hasSpeakerLanguages && forceTranslateInterval !== undefined) {
    if (!isInteger(forceTranslateInterval, 2, 5)) yield invalid("translateConfig.forceTranslateInterval");
  }
}
