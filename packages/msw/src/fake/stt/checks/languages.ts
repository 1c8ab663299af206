import { isSomebody } from "../../checks/values.ts";
import { isObject, list, listOrOne, object, texts, type JsonObject } from "../../runtime/json.ts";
import { isLanguage } from "./known-languages.ts";
import type { Limits } from "./limits.ts";
import { invalid, missing, required, type Problems } from "./problem.ts";

const mostKeywords = 500;
const mostSpeakerLists = 5;

/** One to so many known codes, each once. */
export const isLanguageList = (value: unknown, max: number): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= max &&
  value.every(isLanguage) &&
  new Set(value).size === value.length;

export function* speakerLanguageProblems(value: unknown, limits: Limits): Problems {
  if (value === undefined || !limits.hasSpeakerLanguages) return;
  const path = "uidLanguagesConfig";
  const entries = listOrOne(value);
  if (entries.length > mostSpeakerLists) {
    yield invalid(path);
    return;
  }
  for (const [index, entry] of entries.entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(entry)) yield invalid(at);
    yield* required(object(entry), "uid", `${at}.uid`, isSomebody);
    yield* required(object(entry), "languages", `${at}.languages`, (codes) =>
      isLanguageList(listOrOne(codes), limits.languages),
    );
  }
}

export const isKeywordList = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= mostKeywords && value.every((word) => typeof word === "string");

/** What is spoken, as far as the recogniser is told. */
export const recognised = (body: JsonObject): ReadonlySet<string> =>
  new Set([
    ...texts(body.languages),
    ...listOrOne(body.uidLanguagesConfig).flatMap((entry) => texts(listOrOne(object(entry).languages))),
  ]);

/** Pairs of a source and its targets. `spoken`: the recognised languages, as far as known. */
export function* translationProblems(value: unknown, limits: Limits, spoken: ReadonlySet<string>): Problems {
  const path = "translateConfig.languages";
  if (!Array.isArray(value) || value.length > limits.sources) {
    yield invalid(path);
    return;
  }
  for (const [index, pair] of list(value).entries()) {
    const { source, target } = object(pair);
    const at = `${path}[${index}]`;
    if (!isObject(pair)) yield invalid(at);
    yield* required(object(pair), "source", `${at}.source`, isLanguage);
    if (target === undefined) yield missing(`${at}.target`);
    else if (!isLanguageList(target, limits.targets)) yield invalid(`${at}.target`);
    const same = texts(target).some((code) => refusedTargets(String(source), limits, spoken).includes(code));
    if (same) yield invalid(`${at}.target`, "is the source language");
  }
}

/** With several recognised languages everything can be translated into one of them; older releases never allowed it. */
function refusedTargets(source: string, limits: Limits, spoken: ReadonlySet<string>): readonly string[] {
  if (!limits.allowsMixedTargets) return [source];
  return spoken.size > 1 ? [] : [source, ...spoken];
}
