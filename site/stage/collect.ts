import { errorIndexes } from "./errors/indexes.ts";
import { errorPages } from "./errors/pages.ts";
import { guideFiles, guides } from "./guides.ts";
import type { Page } from "./page.ts";
import { referencePages } from "./reference.ts";

/** Every page of the site. `observed: false` leaves out what takes seconds to find out, and no page. */
export async function collectPages(options: { observed: boolean }): Promise<Page[]> {
  // The compiler behind it is large: what does without does not load it.
  const entries = options.observed ? (await import("../reference/symbols.ts")).readEntries() : [];
  return [...guides(guideFiles()), ...referencePages(entries), ...errorIndexes(), ...(await errorPages(options))];
}
