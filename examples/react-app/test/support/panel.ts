import type { Locator, Page } from "playwright";
import { expect } from "./expect.ts";

/** One of the two halves of the page, as a person sees it. */
export function panelOf(page: Page, name: string) {
  const region = page.getByRole("region", { name, exact: true });
  // The first: an error has one of its own.
  const status = region.getByRole("status").first();
  return {
    region,
    status,
    timer: region.getByRole("timer"),
    alert: region.getByRole("alert"),
    button: (label: string): Locator => region.getByRole("button", { name: label, exact: true }),
    press: (label: string) => region.getByRole("button", { name: label, exact: true }).click(),
    /** Until the status is this. */
    shows: (word: string) => expect(status.locator("p").first()).toHaveText(word, { timeout: 60_000 }),
  };
}

export const recordingOf = (page: Page) => panelOf(page, "Recording");
export const captionsOf = (page: Page) => panelOf(page, "Captions");

/** The strip that steers the fake. */
export function stripOf(page: Page) {
  const strip = page.getByRole("complementary");
  return {
    press: (label: string) => strip.getByRole("button", { name: label, exact: true }).click(),
    async arrange(situation: string): Promise<void> {
      await strip.getByRole("combobox").selectOption({ label: situation });
      await strip.getByRole("button", { name: "Arrange it" }).click();
    },
  };
}
