import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { expect } from "./support/expect.ts";
import { seriousIn } from "./support/axe.ts";
import { showChinese, withChinese } from "./support/chinese-font.ts";
import { panelOf, recordingOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage().concurrent;
const folder = fileURLToPath(new URL("../artefacts/", import.meta.url));

const devtools = "?devtools";
mkdirSync(folder, { recursive: true });

/** The panel, which is in a shadow root, as a person sees it. */
async function openDevtools(page: Page) {
  await page.getByRole("button", { name: "Open Agora devtools" }).click();
  const panel = page.getByRole("region", { name: "Agora devtools" });
  return {
    panel,
    tab: (name: RegExp) => panel.getByRole("tab", { name }).click(),
    press: (name: string) => panel.getByRole("button", { name, exact: true }).click(),
  };
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ path: `${folder}devtools-${name}.png`, style: showChinese });
  expect(picture.length).toBeGreaterThan(10_000);
}

test("the devtools show what a session does, and bring about what goes wrong", async ({ stage, studio }) => {
  stage.setSpeed(2);
  const page = await studio.open(
    await withChinese(await studio.visitor({ viewport: { width: 1200, height: 900 } })),
    devtools,
  );
  const recording = recordingOf(page);
  const { panel, tab, press } = await openDevtools(page);
  await recording.press("Reserve a place");
  await expect(panel.getByRole("timer")).toHaveText(/^\d+ s left$/);
  await tab(/Trouble/);
  await press("The service takes the lease for expired");
  await expect(panel.getByRole("status")).toHaveText("Done: The service takes the lease for expired.");
  stage.setSpeed(8);
  await recording.press("Start recording");
  await recording.shows("Recording");
  expect(studio.requests("recording.start").map(({ status }) => status)).toEqual([400, 200]);
  await tab(/Session/);
  await expect(panel.getByRole("row", { name: /runs, confirmed/ })).toBeVisible();
  await take(page, "session");
  await tab(/Requests/);
  const refused = panel.getByRole("listitem").filter({ hasText: "resource-expired" });
  await refused.locator("summary").click();
  await expect(refused.getByText("What to do:")).toBeVisible();
  await take(page, "requests");
  await tab(/Trouble/);
  await press("Fail over for 60 s");
  await recording.shows("Recovering");
  await tab(/Transitions/);
  await expect(panel.getByRole("listitem").filter({ hasText: "recording → recovering" })).toBeVisible();
  await take(page, "transitions");
  expect(await seriousIn(page)).toEqual([]);
});

test("a bug report and a history say what happened, and hold no secret", async ({ studio }) => {
  const visitor = await studio.visitor();
  await visitor.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await studio.open(visitor, devtools);
  const recording = recordingOf(page);
  const { panel, press } = await openDevtools(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await press("Copy bug report");
  await expect(panel.getByRole("status")).toHaveText(/^The bug report is in the clipboard/);
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/recording\.stop: HTTP 200/);
  const [download] = await Promise.all([page.waitForEvent("download"), press("Export history")]);
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "agora-edge-history", sessions: [{ service: "recording" }] });
  expect(text).toContain('"type": "started"');
  for (const shown of [report, text]) expect(shown).not.toMatch(/"(grant|token)": "(?!\[redacted)/);
});

for (const [name, options] of [
  ["dark", { colorScheme: "dark", viewport: { width: 1200, height: 900 } }],
  ["phone", { viewport: { width: 390, height: 844 } }],
] as const) {
  test(`axe finds nothing serious in the devtools, and nothing is too wide: ${name}`, async ({ studio }) => {
    const page = await studio.open(await withChinese(await studio.visitor({ ...options, locale: "zh-CN" })), devtools);
    await page.getByRole("button", { name: "打开声网开发者工具" }).click();
    const panel = page.getByRole("region", { name: "声网开发者工具" });
    await panelOf(page, "录制").press("开始录制");
    await panelOf(page, "录制").shows("录制中");
    expect(await seriousIn(page)).toEqual([]);
    await panel.getByRole("tab", { name: "状态变化" }).click();
    await panel.getByRole("listitem").last().locator("summary").click();
    expect(await seriousIn(page)).toEqual([]);
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await tooWide()).toBeLessThanOrEqual(0);
    await take(page, name);
  });
}

test("by keyboard alone: into the panel, through its tabs, and out again", async ({ studio }) => {
  const page = await studio.open(undefined, devtools);
  const opener = page.getByRole("button", { name: "Open Agora devtools" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Agora devtools" });
  await expect(panel).toBeFocused();
  const session = panel.getByRole("tab", { name: "Session" });
  for (let steps = 0; !(await session.evaluate((tab) => tab.matches(":focus"))); steps += 1) {
    expect(steps).toBeLessThan(12);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("ArrowRight");
  await expect(panel.getByRole("tab", { name: /Transitions/ })).toBeFocused();
  await expect(panel.getByRole("tab", { name: /Transitions/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});
