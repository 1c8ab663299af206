import type { LaunchOptions } from "playwright";
import type { TestProject } from "vitest/node";
import { buildFakePage } from "../../stage/create-stage.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Which Chromium it is: by default the one of `npx playwright install chromium`. */
    chromium: LaunchOptions;
    /** The folders of the page, with what steers the fake and as users have it. */
    pages: { strip: string; plain: string };
  }
}

/** Builds the page once for all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [strip, plain] = await Promise.all([buildFakePage({ strip: true }), buildFakePage({ strip: false })]);
  project.provide("pages", { strip: strip.outDir, plain: plain.outDir });
  return async () => {
    await Promise.all([strip.remove(), plain.remove()]);
  };
}
