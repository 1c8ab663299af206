import type { OwnTexts, PageTexts } from "./texts.ts";

/** What the page that sent the last request reads instead of English. */
let current: PageTexts = {};

export const currentTexts = (): PageTexts => current;

/** Whether a page reads Chinese: as `locale` says, else as the browser does. */
export const isChinese = (locale: string | undefined): boolean =>
  /^zh\b/i.test(locale ?? globalThis.navigator?.language ?? "");

export const loadChinese = (): Promise<OwnTexts> => import("./zh-CN.ts").then(({ chinese }) => chinese);

/**
 * Gets what this page reads instead of English, which is nothing unless it is Chinese. With its first request, because later
 * there may be no network.
 */
export async function loadTexts(locale: string | undefined): Promise<OwnTexts> {
  // Offline: English has to do.
  current = isChinese(locale) ? await loadChinese().catch(() => ({})) : {};
  return current;
}
