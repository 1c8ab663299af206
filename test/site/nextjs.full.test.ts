// The quick start of Next.js, on Node and on the edge runtime, and the Playwright tests of the guide about test runners in its app.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../browser/find-chromium.ts";
import { readGuide } from "./guides/guide.ts";
import { freePort, createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";
import { callAsPage } from "./guides/visit.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

const route = "app/api/agora/[...path]/route.ts";

test("Next.js: created, type-checked, built without secrets, started, and driven by the Playwright tests; then on the edge", async () => {
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

  const config = await readFile(join(app, "next.config.ts"), "utf8");
  await writeFiles(app, [
    ["next.config.ts", config.replace(/^ *(cacheComponents|partialPrefetching): true,\n/gm, "")],
    [route, `export const runtime = "edge";\n${guide.files.get(route)}`],
  ]);
  const built = await run(app, "npm", ["run", "build"]);
  expect(built.stdout + built.stderr).toMatch(/edge runtime/i);
  await sandbox.startFake(app, ports[4010]);
  await sandbox.start(app, /Ready in/, "npm", ["run", "start", "--", "--port", String(ports[3000])]);
  expect(await callAsPage(app, ports[3000])).toBe("true proxy-forbidden");
});
