import { scenarios } from "@agora-edge/msw/fake";
import { expect } from "./support/expect.ts";
import { recordingOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";
import { hide, show } from "./support/visibility.ts";
import { watchChanges } from "./support/watching.ts";

const test = testOnStage().concurrent;
// As users have it: the page goes by the clock of the browser, which these tests move.
const testByBrowserClock = testOnStage({ strip: false }).concurrent;
const minute = 60_000;

test("S03 a tab is closed while it records: the next one finds the recording and stops it", async ({
  stage,
  studio,
}) => {
  const visitor = await studio.visitor();
  const before = await studio.open(visitor);
  await recordingOf(before).press("Start recording");
  await recordingOf(before).shows("Recording");
  await before.close();

  const recording = recordingOf(await studio.open(visitor));
  await recording.shows("Recording");
  await expect(recording.button("Start recording")).toBeDisabled();
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  expect(studio.requests("recording.start")).toHaveLength(1);
  expect(stage.fake.recordings).toMatchObject([{ live: false, ending: "requested" }]);
});

test("S05 a double click starts one recording", async ({ stage, studio }) => {
  const recording = recordingOf(await studio.open());
  // Two clicks before anything can be drawn, which no person's double click is faster than.
  await recording.button("Start recording").evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await recording.shows("Recording");
  expect(studio.requests("recording.acquire")).toHaveLength(1);
  expect(studio.requests("recording.start")).toHaveLength(1);
  expect(stage.fake.recordings).toHaveLength(1);
});

test("S05 two tabs start at the same time: one recording, which both show", async ({ stage, studio }) => {
  const visitor = await studio.visitor();
  const tabs = await Promise.all([studio.open(visitor), studio.open(visitor)]);
  const panels = tabs.map((tab) => recordingOf(tab));
  await Promise.all(panels.map((panel) => panel.button("Start recording").dblclick()));
  await Promise.all(panels.map((panel) => panel.shows("Recording")));
  expect(studio.requests("recording.acquire")).toHaveLength(1);
  expect(studio.requests("recording.start")).toHaveLength(1);
  expect(stage.fake.recordings).toMatchObject([{ live: true }]);
});

test("what one tab starts, another one sees and stops, and the first one shows it", async ({ stage, studio }) => {
  const visitor = await studio.visitor();
  const one = recordingOf(await studio.open(visitor));
  const other = recordingOf(await studio.open(visitor));
  await one.press("Start recording");
  await one.shows("Recording");
  await other.shows("Recording");
  await other.press("Stop recording");
  await other.shows("Stopped");
  await one.shows("Stopped");
  expect(stage.fake.recordings).toMatchObject([{ live: false }]);
});

test("a reload keeps the recording, its time and its files", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  const files = recording.region.getByRole("listitem").filter({ hasText: ".mp4" });
  await expect(files).toHaveCount(1, { timeout: 60_000 });
  await page.reload();
  await recording.shows("Recording");
  await expect(files).toHaveCount(1);
  await expect(recording.region.getByLabel("Running for")).toHaveText(/^\d+:\d\d$/);
  expect(studio.requests("recording.start")).toHaveLength(1);
});

test("S12 a page is closed while its start is under way: the next one says so, and starting settles it", async ({
  stage,
  studio,
}) => {
  // Before a page is there: one that learns of it late would be ahead of the next one, which then cannot trust its times.
  stage.setSpeed(1);
  const visitor = await studio.visitor();
  const before = await studio.open(visitor);
  stage.fake.use(scenarios.slowStart({ operation: "recording.start", seconds: 40 }));
  await recordingOf(before).press("Start recording");
  await expect.poll(() => studio.requests("recording.start")).toHaveLength(1);
  await before.close();
  // It has begun, and the news of it are over.
  stage.fake.advance(20_000);

  const recording = recordingOf(await studio.open(visitor));
  await expect(recording.status).toContainText("An earlier start was sent and its answer got lost.");
  await recording.press("Start recording");
  // The Worker may have sent the first one again meanwhile.
  await expect.poll(() => studio.requests("recording.start").length).toBeGreaterThan(1);
  stage.setSpeed(10);
  await recording.shows("Recording");
  await expect(recording.status).not.toContainText("An earlier start");
  expect(new Set(studio.requests("recording.start").map(({ path }) => path)).size).toBe(1);
  expect(studio.requests("recording.acquire")).toHaveLength(1);
  expect(stage.fake.recordings).toMatchObject([{ live: true }]);

  await recording.press("Stop recording");
  await recording.shows("Stopped");
  expect(stage.fake.recordings).toMatchObject([{ live: false }]);
});

testByBrowserClock(
  "S14 the machine sleeps for 20 minutes on a reservation: on wake it is expired at once, and a start works",
  async ({ stage, studio }) => {
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
    await show(page);
    await recording.shows("Reservation expired");
    await recording.press("Start recording");
    await expect.poll(() => studio.requests("recording.start")).toMatchObject([{ status: 200 }]);
    expect(studio.requests("recording.acquire").map(({ uid }) => uid)).toEqual(["900001", "900001"]);
    expect(stage.fake.recordings).toMatchObject([{ live: true }]);
  },
);

testByBrowserClock(
  "S17 while a reservation counts down, nothing else on the page changes",
  async ({ stage, studio }) => {
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
  },
);

testByBrowserClock(
  "S18 hidden for an hour the page asks nothing, and once when somebody looks again",
  async ({ stage, studio }) => {
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
  },
);
