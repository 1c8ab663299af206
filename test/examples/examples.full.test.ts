// Each example as somebody has it who copied its folder, with the packages as they are published.
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../site/stage/repository.ts";
import { findChromium } from "../browser/find-chromium.ts";
import { createSandbox, freePort, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

/** The folder of an example, installed and with its types checked. */
async function copy(name: string): Promise<string> {
  const app = join(sandbox.folder, name);
  const { stdout } = await run(root, "git", [
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    `examples/${name}`,
  ]);
  for (const path of stdout.split("\0").filter(Boolean))
    await cp(join(root, path), join(app, path.slice(`examples/${name}/`.length)));
  await sandbox.installOwn(app);
  await run(app, "npm", ["run", "types"]);
  return app;
}

test.each([
  ["edge-recording", "Everything went as it should"],
  ["cloudflare-worker", "stops it"],
  ["deno", "done"],
])("%s: npm start walks through it", async (name, end) => {
  const app = await copy(name);
  const { stdout } = await run(app, "npm", ["start"], { PORT: String(await freePort()) });
  expect(stdout).toContain(end);
});

test.each(["hono-validation", "msw-tests", "own-ky"])("%s: npm test passes", async (name) => {
  const { stdout } = await run(await copy(name), "npm", ["test"]);
  expect(stdout).toMatch(/Tests +\d+ passed/);
});

test("react-app: built, started, and tested in workerd and Chromium", async () => {
  const app = await copy("react-app");
  await run(app, "npm", ["run", "build"]);
  const port = await freePort();
  await sandbox.start(app, /The page/, "npm", ["start", "--", "--port", String(port)]);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain('id="root"');
  // The browser of this machine, in place of the one that `playwright install` fetches.
  const provide = JSON.stringify({ chromium: await findChromium() });
  const config = `import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";
export default mergeConfig(config, { test: { provide: ${provide} } });`;
  await writeFiles(app, [["here.config.ts", config]]);
  const { stdout } = await run(app, "npx", ["vitest", "run", "--config", "here.config.ts", "server", "numbers"]);
  expect(stdout).toMatch(/Tests +\d+ passed/);
});
