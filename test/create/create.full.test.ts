// `npm create @agora-edge`, each template: made, installed from tarballs, type-checked, built, started and driven.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../site/stage/repository.ts";
import { createSandbox, freePort, run, type Sandbox } from "../site/guides/sandbox.ts";
import { answers, callAsPage, recordInChromium } from "../site/guides/visit.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

test("vite-worker: npm run dev is a page that records through a Worker, and wrangler takes what is built", async () => {
  const [fake, worker, page] = [await freePort(), await freePort(), await freePort()];
  const ports = { 4010: fake, 8787: worker, '"vite",': `"vite --port ${page} --strictPort",` };
  const app = await sandbox.createProject("vite-worker", ports);
  await run(app, "npm", ["run", "build"]);
  const { stdout } = await run(app, "npx", ["wrangler", "deploy", "--dry-run", "--outdir", "bundle"]);
  expect(stdout).toMatch(/Read \d+ files from the assets directory/);
  await sandbox.start(app, /Ready on/, "npm", ["run", "dev"]);
  await Promise.all([fake, page].map((port) => answers(`http://localhost:${port}/`)));
  await recordInChromium(`http://localhost:${page}/`);
});

test("next: built without secrets, and npm run dev is a page that records", async () => {
  const [fake, page] = [await freePort(), await freePort()];
  const app = await sandbox.createProject("next", { 4010: fake, '"next dev"': `"next dev --port ${page}"` });
  const { stdout } = await run(app, "npm", ["run", "build"], { GRANT_SECRET: "" });
  expect(stdout).toContain("○ /");
  await sandbox.start(app, /Ready in/, "npm", ["run", "dev"]);
  await answers(`http://127.0.0.1:${fake}/`);
  await recordInChromium(`http://localhost:${page}/`);
});

test.each([
  ["hono", /http:\/\/localhost:\d+/],
  ["deno", /Listening/],
])("%s: type-checked, and npm run dev is a page that records", async (template, ready) => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const app = await sandbox.createProject(template, ports);
  const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(":");
  await run(app, "npm", ["run", "build"], { PATH });
  await sandbox.start(app, ready, "npm", ["run", "dev"], { PATH });
  await answers(`http://127.0.0.1:${ports[4010]}/`);
  await recordInChromium(`http://localhost:${ports[3000]}/`);
  expect(await callAsPage(app, ports[3000])).toBe("true proxy-forbidden");
});
