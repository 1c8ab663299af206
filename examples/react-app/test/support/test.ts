import { chromium } from "playwright";
import { expect, inject, test as base } from "vitest";
import { createStage } from "../../stage/create-stage.mjs";
import { createStudio } from "./studio.ts";

interface Options {
  /** Whether the page has the strip that steers the fake, and goes by the fake's clock. Default: true */
  strip?: boolean;
  /** How fast the clock of the fake goes at first. Default: 30 times */
  speed?: number;
}

const withBrowser = base
  .extend("options", { scope: "worker" }, () => inject("chromium"))
  .extend("browser", { scope: "worker" }, async ({ options }, { onCleanup }) => {
    const browser = await chromium.launch(options);
    onCleanup(() => browser.close());
    return browser;
  });

/** `test`, whose every test has a service, a Worker and visitors of its own: clocks and faults are nobody else's. */
export function testOnStage({ strip = true, speed = 30 }: Options = {}) {
  const pages = inject("pages");
  return withBrowser
    .extend("wanted", { port: 0, built: strip ? pages.strip : pages.plain, speed })
    .extend("stage", async ({ wanted }, { onCleanup }) => {
      const stage = await createStage(wanted);
      onCleanup(() => stage.close());
      return stage;
    })
    .extend("studio", async ({ browser, stage }, { onCleanup }) => {
      const studio = createStudio(browser, stage);
      onCleanup(async () => {
        await studio.close();
        // Whatever a test is about: no page may throw, nor complain.
        expect(studio.complaints).toEqual([]);
      });
      return studio;
    });
}
