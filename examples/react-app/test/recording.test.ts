import { expect } from "playwright/test";
import { recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage().concurrent;

test("everybody in one video: reserved, started, played, another layout, stopped, uploaded, and once more", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Reserve a place");
  await recording.shows("Reserved");
  await expect(recording.timer).toHaveText(/^[0-4]:\d\d$/);
  await recording.press("Start recording");
  await recording.shows("Recording");
  await expect(recording.timer).toHaveCount(0);

  const file = recording.region.getByRole("listitem").filter({ hasText: ".mp4" }).first();
  await expect(file).toContainText(/MP4 · Audio and video · from \d/, { timeout: 10_000 });
  await file.getByRole("button", { name: "Play" }).click();
  const video = file.locator("video");
  await video.click();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
  await file.getByRole("button", { name: "Close" }).click();
  await expect(video).toHaveCount(0);

  await recording.region.getByRole("radio", { name: "Speaker" }).check({ force: true });
  await expect
    .poll(() => studio.requests("recording.updateLayout"))
    .toMatchObject([{ status: 200, body: { clientRequest: { mixedVideoLayout: 2, maxResolutionUid: "1001" } } }]);

  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await expect(recording.region.getByRole("listitem").filter({ hasText: "Uploaded" })).toHaveAttribute(
    "aria-current",
    "step",
    { timeout: 10_000 },
  );
  await recording.press("Record again");
  await recording.shows("Recording");
  expect(stage.fake.recordings.map(({ live, mode }) => ({ live, mode }))).toEqual([
    { live: false, mode: "mix" },
    { live: true, mode: "mix" },
  ]);
});

test("each person in files of their own", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.region.getByRole("radio", { name: "Separately" }).check();
  await expect(recording.region.getByRole("group", { name: "Layout" })).toHaveCount(0);
  await recording.press("Start recording");
  await recording.shows("Recording");
  for (const person of ["Person 1001", "Person 1002"]) {
    await expect(recording.region.getByRole("listitem").filter({ hasText: person }).first()).toContainText(
      /\.m3u8.*HLS · (Audio|Video)/s,
      { timeout: 10_000 },
    );
  }
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  expect(stage.fake.recordings).toMatchObject([{ mode: "individual", live: false, ending: "requested" }]);
});

test("a web page, paused and resumed, also after a reload", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.region.getByRole("radio", { name: "Web page" }).check();
  await recording.region.getByLabel("Address of the page").fill("https://example.org/slides");
  await recording.press("Start recording");
  await recording.shows("Recording");
  await recording.press("Pause");
  await expect(recording.button("Resume")).toBeVisible();
  expect(stage.fake.recordings).toMatchObject([{ mode: "web", onhold: true }]);

  await page.reload();
  await recording.shows("Recording");
  await recording.press("Resume");
  await expect(recording.button("Pause")).toBeVisible();
  expect(studio.requests("recording.update").map(({ body }) => body)).toMatchObject([
    { clientRequest: { webRecordingConfig: { onhold: true } } },
    { clientRequest: { webRecordingConfig: { onhold: false } } },
  ]);
  expect(studio.requests("recording.start")).toMatchObject([
    {
      body: {
        clientRequest: {
          extensionServiceConfig: { extensionServices: [{ serviceParam: { url: "https://example.org/slides" } }] },
        },
      },
    },
  ]);
  await recording.press("Stop recording");
  await recording.shows("Stopped");
});

test("S04 a reservation runs out before the eyes of the person, and starting gets a new one by itself", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Reserve a place");
  await expect(recording.timer).toBeVisible();
  await stripOf(page).press("Skip 5 min");
  await recording.shows("Reservation expired");
  await expect(recording.timer).toHaveCount(0);
  await recording.press("Start recording");
  await recording.shows("Recording");
  const acquired = studio.requests("recording.acquire");
  expect(acquired.map(({ uid }) => uid)).toEqual(["900001", "900001"]);
  expect(studio.requests("recording.start").map(({ status }) => status)).toEqual([200]);
  expect(stage.fake.recordings).toHaveLength(1);
});

test("S04 a reservation that only the service knows to be over is renewed once, without a word", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Reserve a place");
  await recording.shows("Reserved");
  await stripOf(page).press("Expire the lease now");
  await recording.press("Start recording");
  await recording.shows("Recording");
  await expect(recording.alert).toHaveCount(0);
  expect(studio.requests("recording.acquire").map(({ uid }) => uid)).toEqual(["900001", "900001"]);
  expect(studio.requests("recording.start").filter(({ status }) => status === 200)).toHaveLength(1);
  expect(stage.fake.recordings).toHaveLength(1);
});
