import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { expect } from "./support/expect.ts";
import { showChinese, withChinese } from "./support/chinese-font.ts";
import { captionsOf, panelOf, recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

// Pictures for people, of what the other tests judge.
const test = testOnStage().concurrent;
const folder = fileURLToPath(new URL("../artefacts/", import.meta.url));
mkdirSync(folder, { recursive: true });

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const options = { fullPage: true, style: `.strip { display: none } ${showChinese}` };
  const picture = await page.screenshot({ path: `${folder}${name}.png`, ...options });
  expect(picture.length).toBeGreaterThan(10_000);
}

test("pictures of a recording: idle, countdown, files, recovering, stopped", async ({ stage, studio }) => {
  const page = await studio.open(await withChinese(await studio.visitor()));
  const recording = recordingOf(page);
  await expect(recording.button("Start recording")).toBeVisible();
  await take(page, "idle");
  await recording.press("Reserve a place");
  await expect(recording.timer).toBeVisible();
  await take(page, "countdown");
  await recording.press("Start recording");
  const file = recording.region.getByRole("listitem").filter({ hasText: ".m3u8" });
  await expect.poll(() => stage.bucket.keys().some((key) => key.endsWith("_demo-room.m3u8"))).toBe(true);
  await file.getByRole("button", { name: "Play" }).click();
  const video = file.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(2);
  await take(page, "recording-with-files");
  stage.setSpeed(8);
  await stripOf(page).press("Fail over for 60 s");
  await recording.shows("Recovering");
  await take(page, "recovering");
  await stripOf(page).press("30×");
  await recording.shows("Recording");
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await take(page, "stopped");
  const past = panelOf(page, "Past recordings");
  await past.press("Open");
  await expect
    .poll(() => past.region.getByLabel("The recording").evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(2);
  await take(page, "past-recordings");
});

test("pictures of an error in both languages", async ({ studio }) => {
  const page = await studio.open(await withChinese(await studio.visitor()));
  await stripOf(page).arrange("The next start is refused (2)");
  const { press, alert } = recordingOf(page);
  await press("Start recording");
  await alert.getByText("Details for support").click();
  await take(page, "error-english");
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await expect(panelOf(page, "录制").alert.getByRole("heading")).toHaveText("参数无效");
  await take(page, "error-chinese");
});

test("pictures of captions, and of a phone", async ({ studio }) => {
  const visitor = await withChinese(await studio.visitor({ colorScheme: "dark" }));
  const page = await studio.open(visitor);
  const captions = captionsOf(page);
  await captions.region.getByLabel("Translate into").selectOption({ label: "Chinese (China)" });
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  await stripOf(page).press("Let them talk");
  await expect(captions.region.getByText("好的，其他人会看字幕。")).toBeVisible();
  await take(page, "captions-dark");
  await recordingOf(page).press("Start recording");
  await recordingOf(page).shows("Recording");
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, "phone");
});
