// The quick start of Next.js, and the Playwright tests of the guide about test runners in its app.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../browser/find-chromium.ts";
import { readGuide } from "./guides/guide.ts";
import { freePort, createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

test("Next.js: created, type-checked, built without secrets, started, and driven by the Playwright tests", async () => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const guide = readGuide("quick-start/nextjs", ports);
  const runners = readGuide("test-runners", ports);
  const [create = ""] = guide.commands;
  await run(sandbox.folder, "npx", ["--yes", ...create.replaceAll('"', "").split(" ").slice(1)]);
  const app = join(sandbox.folder, "recorder");
  await sandbox.install(app, [...guide.packages, "@playwright/test"]);
  await writeFiles(app, guide.files);

  const chromium = await findChromium();
  const end = [...runners.files].filter(([path]) => /^(playwright\.config\.ts$|e2e\/)/.test(path));
  expect(end.map(([path]) => path)).toEqual(["playwright.config.ts", "e2e/recording.spec.ts"]);
  await writeFiles(
    app,
    // The browser of this machine, in place of the one that `playwright install` fetches.
    end.map(([path, text]) => [path, text.replace("use: {", `use: { launchOptions: ${JSON.stringify(chromium)},`)]),
  );

  await run(app, "npx", ["tsc", "--noEmit"]);
  await run(app, "npm", ["run", "lint"]);
  await run(app, "npm", ["run", "build"]);
  const { stdout } = await run(app, "npx", ["playwright", "test", "--workers=1", "--reporter=line"]);
  expect(stdout).toContain("2 passed");
});
