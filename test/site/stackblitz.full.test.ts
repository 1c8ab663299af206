// The projects of the live examples, as StackBlitz gets them: installed by npm, from the packages as they are published.
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../site/serve/static-server.ts";
import { exampleNames, projectOf } from "../../site/stackblitz/projects.ts";
import { findChromium } from "../browser/find-chromium.ts";
import { createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";

let sandbox: Sandbox;
let browser: Browser;
let app: string;

beforeAll(async () => {
  sandbox = await createSandbox();
  app = join(sandbox.folder, "stackblitz");
  await mkdir(app);
  // All projects need the same packages.
  await writeFiles(app, Object.entries(projectOf("recording", "en").files));
  await sandbox.installOwn(app);
  browser = await chromium.launch(await findChromium());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await sandbox.close();
});

test.each(exampleNames)("%s is built and runs", { timeout: 120_000 }, async (name) => {
  const { "package.json": _, ...files } = projectOf(name, "en").files;
  await writeFiles(app, Object.entries(files));
  await run(app, "npm", ["run", "build"]);
  const server = serveFolder(join(app, "dist")).listen(0);
  await once(server, "listening");
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on("pageerror", (error) => failed.push(String(error)));
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.getByLabel("Speed").selectOption("20");
  const command = name === "captions" ? "Transcribe" : "Record";
  await page.getByRole("button", { name: command, exact: true }).first().click();
  const ends = { captions: "transcribing", errors: "failed" }[name] ?? "recording";
  await page.getByRole("status").getByText(ends, { exact: true }).first().waitFor();
  expect(failed).toEqual([]);
  await page.close();
  server.close();
});
