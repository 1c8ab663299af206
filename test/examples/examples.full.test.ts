// Each example as somebody has it who copied its folder, with the packages as they are published.
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../site/stage/repository.ts";
import { findChromium } from "../browser/find-chromium.ts";
import { createSandbox, freePort, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";
import { installWrangler } from "./wrangler.ts";

let sandbox: Sandbox;
let wrangler: Awaited<ReturnType<typeof installWrangler>>;
beforeAll(async () => {
  sandbox = await createSandbox();
  wrangler = await installWrangler(sandbox);
}, 300_000);
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
  ["deno", "done"],
])("%s: npm start walks through it", async (name, end) => {
  const app = await copy(name);
  const { stdout } = await run(app, "npm", ["start"], { PORT: String(await freePort()) });
  expect(stdout).toContain(end);
});

test("cloudflare-worker: npm start walks through it, wrangler takes it, and a recording runs under wrangler dev", async () => {
  const app = await copy("cloudflare-worker");
  const { stdout } = await run(app, "npm", ["start"], { PORT: String(await freePort()) });
  expect(stdout).toContain("stops it");
  expect(await wrangler.deploy(app)).toMatch(/env\.RECORDINGS .*Durable Object/);
  const send = await wrangler.dev(app, { APP_USERS: "alice:token-of-alice" });
  const headers = { authorization: "Bearer token-of-alice" };
  expect((await send("/recordings/alice-1")).status).toBe(401);
  const started = await send("/recordings/alice-1", { method: "POST", headers }, { uid: "900001" });
  expect(await started.json()).toMatchObject({ status: expect.any(String), handle: { sid: expect.any(String) } });
  const stopped = await send("/recordings/alice-1", { method: "DELETE", headers });
  expect(await stopped.json()).toMatchObject({ status: "stopped" });
});

test.each(["hono-validation", "msw-tests", "own-ky"])("%s: npm test passes", async (name) => {
  const { stdout } = await run(await copy(name), "npm", ["test"]);
  expect(stdout).toMatch(/Tests +\d+ passed/);
});

test("react-app: built, started, tested in workerd and Chromium, and served by wrangler dev", async () => {
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

  expect(await wrangler.deploy(app)).toMatch(
    /Read \d+ files from the assets directory[^]*env\.NOTICES .*Durable Object/,
  );
  const send = await wrangler.dev(app, { DEMO: "1" });
  expect(await (await send("/")).text()).toContain('id="root"');
  const session = await send("/api/session");
  const headers = { cookie: String(session.headers.get("set-cookie")).split(";", 1)[0] ?? "" };
  const acquire = "/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire";
  const body = { cname: "demo-1", uid: "900001", clientRequest: {} };
  expect((await send(acquire, { method: "POST" }, body)).status).toBe(401);
  const acquired = await send(acquire, { method: "POST", headers }, body);
  expect(await acquired.json()).toMatchObject({ resourceId: expect.any(String) });
});
