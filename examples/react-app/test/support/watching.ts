import type { Locator, Page } from "playwright";

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

interface Line {
  readonly isFinal: boolean;
  readonly text: string;
}

/** Watches captions: every line in every form that was to be seen. */
export async function watchLines(list: Locator): Promise<() => Promise<readonly Line[]>> {
  const seen = await list.evaluateHandle((element) => {
    const lines: Line[] = [];
    new MutationObserver(() => {
      for (const line of element.querySelectorAll("li")) {
        lines.push({ isFinal: line.dataset.final === "true", text: line.textContent });
      }
    }).observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    return lines;
  });
  return () => seen.jsonValue();
}
