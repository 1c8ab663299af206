import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { findChromium } from "../../../../test/browser/find-chromium.ts";
import { buildFakePage } from "../../stage/create-stage.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Chromium of all test files listens. */
    browser: string;
    /** The folders of the page, with what steers the fake and as users have it. */
    pages: { strip: string; plain: string };
  }
}

/** What takes longer than most of the tests, once for all of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server, strip, plain] = await Promise.all([
    chromium.launchServer(await findChromium()),
    buildFakePage({ strip: true }),
    buildFakePage({ strip: false }),
  ]);
  project.provide("browser", server.wsEndpoint());
  project.provide("pages", { strip: strip.outDir, plain: plain.outDir });
  return async () => {
    await Promise.all([server.close(), strip.remove(), plain.remove()]);
  };
}
