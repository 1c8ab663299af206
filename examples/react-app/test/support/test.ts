import { chromium } from "playwright";
import { expect, inject, test as base } from "vitest";
import { createStage } from "../../stage/create-stage.mjs";
import type { FakeStageOptions } from "../../stage/create-stage.mjs";
import { createStudio } from "./studio.ts";

let count = 0;

/** `test`, with the page as it is built on a stage of the file's own, and for each test a channel and visitors of its own. */
export function testOnStage(options: Pick<FakeStageOptions, "strip" | "speed"> = {}) {
  return base
    .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
      const browser = await chromium.connect(inject("browser"));
      onCleanup(() => browser.close());
      return browser;
    })
    .extend("stage", { scope: "file" }, async ({}, { onCleanup }) => {
      const stage = await createStage({ port: 0, built: true, ...options });
      onCleanup(() => stage.close());
      return stage;
    })
    .extend("studio", async ({ browser, stage }, { onCleanup }) => {
      const studio = createStudio(browser, stage, `demo-${(count += 1)}`);
      onCleanup(async () => {
        await studio.close();
        // Whatever a test is about: no page may throw, nor complain.
        expect(studio.complaints).toEqual([]);
      });
      return studio;
    });
}
