// The quick starts, as they are written, with the packages as they are published.
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGuide } from "./guides/guide.ts";
import { freePort, createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";
import { callAsPage, recordInChromium } from "./guides/visit.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

const node = process.execPath;

/** The page, as the guide bundles it. */
const bundle = (app: string, commands: readonly string[]) =>
  run(app, "npx", (commands.find((line) => line.startsWith("npx esbuild ")) ?? "").split(" ").slice(1));

test("only the client: the script records twenty seconds and uploads", async () => {
  const port = await freePort();
  const { files, packages } = readGuide("quick-start/client", { 4010: port });
  const app = await sandbox.createApp("client", packages);
  await writeFiles(app, files);
  await sandbox.startFake(app, port);
  const { stdout } = await run(app, node, ["--env-file=.env", "record.mjs"]);
  expect(stdout).toContain("in-progress");
  expect(stdout).toContain(".m3u8");
  expect(stdout).toContain("uploaded");
});

test("Node with Hono: the page records in Chromium, and the server takes nothing that it does not offer", async () => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const { files, packages, commands } = readGuide("quick-start/node", ports);
  const app = await sandbox.createApp("node", packages);
  await writeFiles(app, files);
  await sandbox.startFake(app, ports[4010]);
  await bundle(app, commands);
  await sandbox.start(app, /http:/, node, ["--env-file=.env", "server.mjs"]);
  await recordInChromium(`http://localhost:${ports[3000]}/`);
  expect(await callAsPage(app, ports[3000])).toBe("true proxy-forbidden");
});

test("Express: the handler is a route, before the body parsers", async () => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const { files, packages, commands } = readGuide("quick-start/node", ports);
  const app = await sandbox.createApp("express", [...packages, "express"]);
  const [setUp] = String(files.get("server.mjs")).split("const app =");
  await writeFiles(app, files);
  await writeFile(join(app, "server.mjs"), `${setUp}${files.get("express.mjs")}`);
  await bundle(app, commands);
  await sandbox.startFake(app, ports[4010]);
  await sandbox.start(app, /http:/, node, ["--env-file=.env", "server.mjs"]);
  await recordInChromium(`http://localhost:${ports[3000]}/`);
  expect(await callAsPage(app, ports[3000])).toBe("true proxy-forbidden");
});

test("Deno: the server is type-checked, and the page records in Chromium", async () => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const { files, commands } = readGuide("quick-start/deno", ports);
  expect(commands).toContain("deno add npm:@agora-edge/core npm:hono");
  // npm puts the packed package there, where Deno looks for what package.json names.
  const app = await sandbox.createApp("deno", ["@agora-edge/core", "@agora-edge/msw", "hono"]);
  await writeFiles(app, files);
  const deno = createRequire(import.meta.url).resolve("deno/bin.cjs");
  await run(app, node, [deno, "check", "main.ts"]);
  const bundled = commands.find((line) => line.startsWith("deno bundle ")) ?? "";
  await run(app, node, [deno, ...bundled.split(" ").slice(1)]);
  await sandbox.startFake(app, ports[4010]);
  const written = commands.find((line) => line.startsWith("deno run ")) ?? "";
  await sandbox.start(app, /Listening/, node, [deno, ...written.split(" ").slice(1)]);
  await recordInChromium(`http://localhost:${ports[3000]}/`);
  expect(await callAsPage(app, ports[3000])).toBe("true proxy-forbidden");
});

test("React + Vite with a Worker: from an empty folder to a recording in Chromium", async () => {
  const begin = performance.now();
  const ports = { 4010: await freePort(), 8787: await freePort() };
  const { files, packages } = readGuide("quick-start/react-vite", ports);
  const app = join(sandbox.folder, "recorder");
  const create = ["create", "--yes", "vite@latest", "recorder", "--", "--template", "react-ts", "--no-interactive"];
  await run(sandbox.folder, "npm", create);
  await sandbox.install(app, packages);
  await writeFiles(app, files);
  await run(app, "npm", ["run", "build"]);

  await sandbox.startFake(app, ports[4010]);
  await sandbox.start(app, /Ready on/, "npx", ["wrangler", "dev", "--port", String(ports[8787])]);
  const port = await freePort();
  const vite = ["node_modules/vite/bin/vite.js", "--port", String(port), "--strictPort"];
  await sandbox.start(app, /Local/, node, vite);
  await recordInChromium(`http://localhost:${port}/`, () => {
    console.log(`from npm create vite to a recording: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  });
  // The page, with the Worker, as `wrangler deploy` would send them.
  const { stdout } = await run(app, "npx", ["wrangler", "deploy", "--dry-run", "--outdir", "bundle"]);
  expect(stdout).toMatch(/Read \d+ files from the assets directory/);
});
