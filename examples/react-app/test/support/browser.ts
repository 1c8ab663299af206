import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { findChromium } from "../../../../test/browser/find-chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one Chromium of all test files listens. */
    browser: string;
  }
}

/** Starting it takes longer than most of the tests: all files share it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(await findChromium());
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
}
