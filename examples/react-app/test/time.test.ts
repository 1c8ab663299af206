import { expect } from "playwright/test";
import { recordingOf } from "./support/panel.ts";
import { hide, show, watchChanges } from "./support/visibility.ts";
import { testOnStage } from "./support/test.ts";

// As users have it: the page goes by the clock of the browser, which these tests move.
const test = testOnStage({ strip: false }).concurrent;
const minute = 60_000;

test("S14 the machine sleeps for 20 minutes on a reservation: on wake it is expired at once, and a start works", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  await page.clock.install({ time: stage.fake.now() });
  await page.reload();
  const recording = recordingOf(page);
  await recording.press("Reserve a place");
  await expect(recording.timer).toBeVisible();
  await hide(page);
  stage.fake.advance(20 * minute);
  // Sleep: the time is another one, and no timer has run.
  await page.clock.setSystemTime(stage.fake.now());
  await recording.shows("Reserved");
  await show(page);
  await recording.shows("Reservation expired");
  await recording.press("Start recording");
  await expect.poll(() => studio.requests("recording.start")).toMatchObject([{ status: 200 }]);
  expect(studio.requests("recording.acquire").map(({ uid }) => uid)).toEqual(["900001", "900001"]);
  expect(stage.fake.recordings).toMatchObject([{ live: true }]);
});

test("S17 while a reservation counts down, nothing else on the page changes", async ({ stage, studio }) => {
  const page = await studio.open();
  await page.clock.install({ time: stage.fake.now() });
  await page.reload();
  const recording = recordingOf(page);
  await recording.press("Reserve a place");
  await expect(recording.timer).toBeVisible();
  const changes = await watchChanges(page, '[role="timer"]');
  await page.clock.runFor(4 * minute);
  await expect(recording.timer).toHaveText(/^0:\d\d$/);
  const { inside, outside } = await changes();
  expect(outside).toEqual([]);
  // The number and the ring, each second.
  expect(inside).toBeGreaterThan(400);
});

test("S18 hidden for an hour the page asks nothing, and once when somebody looks again", async ({ stage, studio }) => {
  const page = await studio.open();
  await page.clock.install({ time: stage.fake.now() });
  await page.reload();
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  // The news of its beginning are over when its files are there.
  stage.fake.advance(minute);
  await page.clock.runFor(minute);
  await expect(recording.region.getByRole("listitem").filter({ hasText: ".mp4" })).toHaveCount(1);
  await hide(page);
  const asked = studio.requests("recording.query").length;
  stage.fake.advance(60 * minute);
  await page.clock.runFor(60 * minute);
  expect(studio.requests("recording.query")).toHaveLength(asked);
  await show(page);
  await expect.poll(() => studio.requests("recording.query")).toHaveLength(asked + 1);
  await page.clock.runFor(minute);
  await recording.shows("Recording");
  expect(studio.requests("recording.query")).toHaveLength(asked + 1);
});
