import type { Page } from "playwright";

/** Browsers that nobody sees keep their pages visible: the page is told otherwise, in the words of a real one. */
function look(state: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  Object.defineProperty(document, "hidden", { configurable: true, get: () => state === "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}

export const hide = (page: Page) => page.evaluate(look, "hidden" as const);
export const show = (page: Page) => page.evaluate(look, "visible" as const);

interface Changes {
  /** How many there were within the element. */
  readonly inside: number;
  /** What else has changed. */
  readonly outside: readonly string[];
}

/** Watches the page, whoever changes it. Call what is returned for what was seen. */
export async function watchChanges(page: Page, selector: string): Promise<() => Promise<Changes>> {
  const seen = await page.evaluateHandle((within) => {
    const changes = { inside: 0, outside: [] as string[] };
    const observer = new MutationObserver((records) => {
      for (const { target, type, attributeName } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest(within)) changes.inside += 1;
        else changes.outside.push([type, attributeName, element?.outerHTML.slice(0, 120)].join(" "));
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    return changes;
  }, selector);
  return () => seen.jsonValue();
}
