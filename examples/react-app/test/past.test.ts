import { expect } from "./support/expect.ts";
import { captionsOf, panelOf, recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage();

test("a past recording is played out of the private bucket, with the captions that ran beside it as subtitles", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  const captions = captionsOf(page);
  const past = panelOf(page, "Past recordings");
  await expect(past.region).toContainText("Nothing was recorded in this channel yet.");

  await recording.press("Start recording");
  await recording.shows("Recording");
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  await expect(past.region.getByRole("listitem")).toContainText("Together · still recording");
  await stripOf(page).press("Let them talk");
  await expect(captions.region).toContainText("Shall we begin?", { timeout: 60_000 });
  await captions.press("Stop captions");
  await captions.shows("Stopped");
  await recording.press("Stop recording");
  await recording.shows("Stopped");

  // The Worker knows it from Agora's notification, another visitor from the Worker.
  const other = await studio.open();
  const seen = panelOf(other, "Past recordings");
  const item = seen.region.getByRole("listitem").first();
  await expect(item).toContainText(/\d.*Together(Open)?$/s);
  await expect
    .poll(() => stage.bucket.keys().filter((key) => /en-US_.*\.m3u8$/.test(key)), { timeout: 60_000 })
    .toHaveLength(1);
  await item.getByRole("button", { name: "Open" }).click();

  const video = item.getByLabel("The recording");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(2);
  const shown = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    element.loop = true;
    await element.play();
    const begin = element.currentTime;
    const texts = new Set<string>();
    const look = () => {
      for (const track of element.textTracks) {
        if (track.mode !== "showing") continue;
        for (const cue of track.activeCues ?? []) texts.add((cue as VTTCue).text);
      }
    };
    // Where the first sentence is said.
    for (let tries = 0; tries < 100 && texts.size === 0; tries++) {
      const cues = [...element.textTracks].flatMap((track) => [...(track.cues ?? [])]);
      const [first] = cues.filter(({ startTime }) => startTime > 0);
      if (first && element.currentTime < first.startTime) element.currentTime = first.startTime + 0.05;
      await new Promise((resolve) => element.addEventListener("timeupdate", resolve, { once: true }));
      look();
    }
    return { moved: element.currentTime - begin, texts: [...texts] };
  });
  expect(shown.moved).toBeGreaterThan(0);
  expect(shown.texts.join()).toMatch(/Good morning|Loud and clear|begin/);

  const picture = item.locator("video.thumbnail");
  await expect
    .poll(() => picture.evaluate((element: HTMLVideoElement) => element.videoWidth), { timeout: 60_000 })
    .toBe(320);
  const [download] = await Promise.all([
    other.waitForEvent("download"),
    item.getByRole("link", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/_0\.mp4$/);
  // Neither the page nor what it was told has a key of the bucket.
  expect(await other.content()).not.toContain("EXAMPLEKEY");
});
