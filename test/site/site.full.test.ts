// The whole site, built, in a folder of a server, in Chromium.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../site/serve/static-server.ts";
import { findChromium } from "../browser/find-chromium.ts";

const base = "/some/folder/";
const site = fileURLToPath(new URL("../../site", import.meta.url));
const server = serveFolder(`${site}/dist`, base);
let browser: Browser;
let origin: string;

beforeAll(async () => {
  // Vite would take what vitest has put into the environment for its own.
  const { PATH, HOME } = process.env;
  await promisify(execFile)(process.execPath, ["build/main.ts"], { cwd: site, env: { PATH, HOME } });
  server.listen(0);
  await once(server, "listening");
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch(await findChromium());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server.close();
});

/** A page of the site; what it asked for elsewhere, and what did not come, is noted. */
async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
  const page = await browser.newPage(options);
  const outside: string[] = [];
  const failed: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin + base) && !request.url().startsWith("data:")) outside.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  page.on("pageerror", (error) => failed.push(String(error)));
  await page.goto(origin + base + path);
  return { page, outside, failed };
}

async function axe(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8") });
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const readable = ["", "recording/", "errors/resource-expired/", "errors/messages/", "zh/", "zh/errors/task-not-found/"];

test.each(readable)("/%s is whole, asks for nothing outside, and axe finds nothing serious", async (path) => {
  const { page, outside, failed } = await open(path);
  await page.waitForLoadState("networkidle");
  expect(outside).toEqual([]);
  expect(failed).toEqual([]);
  expect(await axe(page)).toEqual([]);
  await page.close();
});

test("the links of a page lead to pages in whatever folder the site is", async () => {
  const { page } = await open("errors/numbers/");
  await page.getByRole("link", { name: "resource-expired" }).first().click();
  await page.getByRole("heading", { name: "Resource ID expired", level: 1 }).waitFor();
  expect(page.url()).toBe(`${origin}${base}errors/resource-expired/`);
  await page.close();
});

test("the words of an answer are found by the search, without a service", async () => {
  const { page, outside } = await open("recording/");
  // The button does nothing before its script is there.
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Search" }).click();
  await page.locator("dialog[open] input").fill("resourceId reaches out the limited time interval");
  await page
    .locator("dialog[open]")
    .getByRole("link", { name: /Builder token expired|Errors by message/ })
    .first()
    .click();
  await page.waitForURL(/errors\/(builder-token-expired|messages)/);
  expect(page.url()).toContain(`${origin}${base}errors/`);
  expect(outside).toEqual([]);
  await page.close();
});

test("another language is the same page in that language", async () => {
  const { page } = await open("errors/resource-expired/");
  await page.getByLabel("Select language").first().selectOption({ label: "简体中文" });
  await page.waitForURL(`${origin}${base}zh/errors/resource-expired/`);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("resource ID 已过期");
  await page.close();
});
