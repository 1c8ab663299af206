import { expect } from "playwright/test";
import { recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage({ speed: 30 });

test("everybody in one video: reserved, started, played, another layout, stopped, uploaded, and once more", async ({
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
  expect(studio.recordings().map(({ live, mode }) => ({ live, mode }))).toEqual([
    { live: false, mode: "mix" },
    { live: true, mode: "mix" },
  ]);
});
