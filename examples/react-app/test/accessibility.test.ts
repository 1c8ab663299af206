import type { Page } from "playwright";
import { expect } from "./support/expect.ts";
import { captionsOf, panelOf, recordingOf } from "./support/panel.ts";
import { seriousIn } from "./support/axe.ts";
import { busy } from "./support/faults.ts";
import type { Stage } from "../stage/create-stage.mjs";
import type { Studio } from "./support/studio.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage().concurrent;

/** A recording with files, one of them in the player, and captions that could not start. */
async function bringAbout(page: Page, { fake }: Stage): Promise<void> {
  const recording = recordingOf(page);
  const captions = captionsOf(page);
  fake.fail("sttAgents.join", busy);
  await recording.press("Start recording");
  await captions.press("Start captions");
  await recording.region.getByRole("button", { name: "Play" }).first().click();
  await captions.alert.getByText("Details for support").click();
}

async function openIn(studio: Studio, options: Parameters<Studio["visitor"]>[0]): Promise<Page> {
  return studio.open(await studio.visitor(options));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious: ${colorScheme}, idle, then recording with files, captions with an error`, async ({
    stage,
    studio,
  }) => {
    const page = await openIn(studio, { colorScheme });
    expect(await seriousIn(page)).toEqual([]);
    await bringAbout(page, stage);
    expect(await seriousIn(page)).toEqual([]);
  });
}

test("axe finds nothing serious on a phone, in Chinese", async ({ stage, studio }) => {
  const page = await openIn(studio, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await bringAbout(page, stage);
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await expect(panelOf(page, "录制").status).toContainText("录制中");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  expect(await seriousIn(page)).toEqual([]);
});

test("by keyboard alone: the focus stays where a key was pressed, from start to start", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  const start = recording.button("Start recording");
  const stop = recording.button("Stop recording");
  const isStart = () => start.evaluate((button) => button === document.activeElement);
  for (let steps = 0; !(await isStart()); steps += 1) {
    expect(steps).toBeLessThan(20);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await recording.shows("Recording");
  await expect(start).toBeFocused();
  // It says what it would do, and does nothing now.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(stop).toBeFocused();
  await page.keyboard.press("Enter");
  await recording.shows("Stopped");
  await expect(stop).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(recording.button("Record again")).toBeFocused();
  await page.keyboard.press("Space");
  await recording.shows("Recording");
  expect(studio.requests("recording.start")).toHaveLength(2);
});

test("a screen reader is told each status, by one region that stays", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  const heard = await recording.status.evaluateHandle((region) => {
    const said: string[] = [];
    new MutationObserver(() => {
      const now = region.querySelector("p")?.textContent ?? "";
      if (said.at(-1) !== now) said.push(now);
    }).observe(region, { subtree: true, childList: true, characterData: true });
    return said;
  });
  await recording.press("Reserve a place");
  await recording.shows("Reserved");
  await recording.press("Start recording");
  await recording.shows("Recording");
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  expect(await heard.jsonValue()).toEqual(["Reserving", "Reserved", "Starting", "Recording", "Stopping", "Stopped"]);
  await expect(recording.status.getByRole("timer")).toHaveCount(0);
});

test("who wants less motion sees none", async ({ studio }) => {
  const page = await openIn(studio, { reducedMotion: "no-preference" });
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await recordingOf(page).press("Start recording");
  await recordingOf(page).shows("Recording");
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toBe(0);
});

for (const width of [390, 320]) {
  test(`nothing has to be scrolled sideways at ${width} px`, async ({ stage, studio }) => {
    const page = await openIn(studio, { viewport: { width, height: 800 } });
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await tooWide()).toBeLessThanOrEqual(0);
    await bringAbout(page, stage);
    expect(await tooWide()).toBeLessThanOrEqual(0);
    await page.getByRole("radio", { name: "中文" }).check({ force: true });
    await expect(panelOf(page, "录制").region).toBeVisible();
    expect(await tooWide()).toBeLessThanOrEqual(0);
  });
}
