import { errorIndexes } from "./errors/indexes.ts";
import { errorPages } from "./errors/pages.ts";
import { guideFiles, guides } from "./guides.ts";
import type { Page } from "./page.ts";

/** Every page of the site. `observed: false` leaves out what takes seconds to find out, and no page. */
export async function collectPages(options: { observed: boolean }): Promise<Page[]> {
  return [...guides(guideFiles()), ...errorIndexes(), ...(await errorPages(options))];
}
