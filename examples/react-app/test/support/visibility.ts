import type { Page } from "playwright";

/** Browsers that nobody sees keep their pages visible: the page is told otherwise, in the words of a real one. */
function look(state: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  Object.defineProperty(document, "hidden", { configurable: true, get: () => state === "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}

export const hide = (page: Page) => page.evaluate(look, "hidden" as const);
export const show = (page: Page) => page.evaluate(look, "visible" as const);
