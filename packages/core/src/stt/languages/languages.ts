import type { SttVersion } from "../types/version.ts";
import type { SttLanguage } from "./language.ts";
import { currentLanguages, otherLanguages } from "./table.ts";

/** A language of Speech-to-Text. */
export interface SttLanguageInfo {
  /** What goes into a request: `en-US`. */
  readonly code: SttLanguage;
  /** In English: `English`. */
  readonly name: string;
  /** Region, variety or script, in English: `United States`. */
  readonly region?: string;
  /** Which generations have it, for transcription or translation. */
  readonly generations: readonly SttVersion[];
}

/** What a language is used for. v7 has one list for all three. */
export type SttLanguageUse = "transcription" | "translation-source" | "translation-target";

interface Row extends SttLanguageInfo {
  readonly current: boolean;
  /** Letters of `table.ts`. */
  readonly lists: string;
}

function decode([code, text]: [string, string], current: boolean): Row {
  const [name = "", region = "", lists = ""] = text.split("|");
  const generations: SttVersion[] = [];
  if (current) generations.push("v7");
  if (/[st]/.test(lists)) generations.push("v6", "v5");
  if (lists.includes("b")) generations.push("beta");
  return { code, name, ...(region ? { region } : {}), generations, current, lists };
}

let decoded: readonly Row[] | undefined;

function rows(): readonly Row[] {
  return (decoded ??= [
    ...Object.entries(currentLanguages()).map((entry) => decode(entry, true)),
    ...Object.entries(otherLanguages()).map((entry) => decode(entry, false)),
  ]);
}

function info({ code, name, region, generations }: Row): SttLanguageInfo {
  return { code, name, ...(region === undefined ? {} : { region }), generations };
}

/** The 147 languages of v7 (7.2.2 and later), by code. Agora docs: STT, supported languages */
export function sttLanguages(): readonly SttLanguageInfo[] {
  return rows()
    .filter(({ current }) => current)
    .map(info);
}

/** The English name, `English (United States)`, of a language of any list; undefined for an unknown code. */
export function languageName(code: string): string | undefined {
  const row = rows().find((each) => each.code === code);
  return row && (row.region === undefined ? row.name : `${row.name} (${row.region})`);
}

/**
 * The codes that a generation takes, by the lists of the documents.
 *
 * - v7: the 147 codes of 7.2.2, in China 150. In 2025 v7 had the lists of v6.
 * - v6, v5: 32 for transcription and as translation sources, 46 as translation targets.
 * - beta: 14. No list of translation targets is known; taken are the 46.
 */
export function languagesOf(
  version: SttVersion,
  use: SttLanguageUse = "transcription",
  area: "global" | "china" = "global",
): readonly SttLanguage[] {
  const target = use === "translation-target";
  const letter = target ? "t" : version === "beta" ? "b" : "s";
  return rows()
    .filter(({ current, lists }) =>
      version === "v7" ? current || (area === "china" && lists.includes("c")) : lists.includes(letter),
    )
    .map(({ code }) => code);
}
