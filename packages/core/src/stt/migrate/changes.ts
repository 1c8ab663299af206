import type { Changes } from "../../migration/collect-changes.ts";
import { isAbsent, type Absent } from "../../validation/absent.ts";
import type { SttLanguage } from "../languages/language.ts";
import type { SttTranslation } from "../types/translate-config.ts";

const DAYS_3 = 259_200;

/** Since 7.2.3 an agent lives for 72 hours at most, and its idle time is not longer. */
export function capIdleTime(seconds: number, path: string, changes: Changes): number {
  if (!(seconds > DAYS_3)) return seconds;
  changes.changed(path, `v7 takes at most ${DAYS_3} seconds since 7.2.3.`);
  return DAYS_3;
}

/** The present code of a language. */
export function currentCode(code: SttLanguage, path: string, changes: Changes): SttLanguage {
  const current = code === "no-NO" ? "nb-NO" : code === "ENG" ? "en-US" : code;
  if (current !== code) changes.changed(path, `The code is ${current} now.`);
  return current;
}

export function currentCodes(codes: readonly SttLanguage[], path: string, changes: Changes): SttLanguage[] {
  return [...new Set(codes.map((code, index) => currentCode(code, `${path}[${index}]`, changes)))];
}

export function currentTranslations(
  translations: readonly SttTranslation[],
  path: string,
  changes: Changes,
): SttTranslation[] {
  return translations.map((translation, index) => ({
    ...translation,
    source: currentCode(translation.source, `${path}[${index}].source`, changes),
    target: currentCodes(translation.target, `${path}[${index}].target`, changes),
  }));
}

function leavesOf(value: unknown, path: string): string[] {
  if (isAbsent(value)) return [];
  if (typeof value !== "object" || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, Array.isArray(value) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`),
  );
}

/** Tells of everything in the request that no change has told of: it does not go along. */
export function dropRest(request: unknown, changes: Changes): void {
  const told = changes.list.map(({ path }) => path);
  const isTold = (leaf: string) =>
    told.some((path) => leaf === path || (/^[.[]/.test(leaf.slice(path.length)) && leaf.startsWith(path)));
  for (const leaf of leavesOf(request, "")) {
    if (!isTold(leaf)) changes.dropped(true, leaf, "It is not known what v7 calls it.");
  }
}

/** Whether the uids stand for everybody, which in v7 is said by leaving them out. */
export function dropEverybody(uids: readonly string[] | Absent, path: string, changes: Changes): boolean {
  const everybody = uids?.some((uid) => /^(#allstream#|all)$/i.test(uid)) ?? false;
  if (everybody) changes.dropped(uids, path, "In v7 everybody is transcribed when no uids are given.");
  return everybody;
}
