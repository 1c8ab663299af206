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

/**
 * `test`, whose every test has a service, a Worker and visitors of its own: clocks and faults are nobody else's, and several
 * tests run at once.
 */
export function testOnStage({ strip = true, speed = 30 }: Options = {}) {
  return base
    .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
      const browser = await chromium.connect(inject("browser"));
      onCleanup(() => browser.close());
      return browser;
    })
    .extend("stage", async ({}, { onCleanup }) => {
      const stage = await createStage({ port: 0, built: inject("pages")[strip ? "strip" : "plain"], speed });
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
    }).concurrent;
}
