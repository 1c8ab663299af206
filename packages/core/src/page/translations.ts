import type { PageTexts } from "./texts.ts";

/** What the page that sent the last request reads instead of English. */
let current: PageTexts = {};

export const currentTexts = (): PageTexts => current;

/**
 * Gets what this page reads instead of English, which is nothing unless it is Chinese. With its first request, because later
 * there may be no network.
 */
export async function loadTexts(locale: string | undefined): Promise<PageTexts> {
  const isChinese = /^zh\b/i.test(locale ?? globalThis.navigator?.language ?? "");
  // Offline: English has to do.
  current = isChinese
    ? await import("./zh-CN.ts").then(
        ({ chinese }) => chinese,
        () => ({}),
      )
    : {};
  return current;
}
