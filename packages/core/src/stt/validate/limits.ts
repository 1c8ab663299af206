import type { SttVersion } from "../types/version.ts";

/** How many of what a generation takes, where its documents say so. */
export interface SttLimits {
  /** Recognised languages. */
  readonly languages: number;
  /** Uids in `subscribeAudioUids`. */
  readonly speakers: number;
  /** Entries of `translateConfig.languages`. */
  readonly sources: number;
  /** Targets of each entry. */
  readonly targets: number;
}

/** The limits of a generation; those of v6 where it is unknown. */
export function limitsOf(version: SttVersion | undefined): SttLimits {
  if (version === "v7") return { languages: 4, speakers: 32, sources: 4, targets: 10 };
  if (version === "v5") return { languages: 2, speakers: 3, sources: 2, targets: 5 };
  if (version === "beta") return { languages: 2, speakers: Infinity, sources: Infinity, targets: Infinity };
  return { languages: 4, speakers: 32, sources: 4, targets: 5 };
}
