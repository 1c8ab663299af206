import { expect } from "./support/expect.ts";
import { captionsOf, recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";
import { watchLines } from "./support/watching.ts";

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
  await expect(file).toContainText(/MP4 · Audio and video · from \d/, { timeout: 60_000 });
  await file.scrollIntoViewIfNeeded();
  // It is uploaded at the end.
  await expect(file.getByRole("button", { name: "Play" })).toHaveCount(0);

  await recording.region.getByRole("radio", { name: "Speaker" }).check({ force: true });
  await expect
    .poll(() => studio.requests("recording.updateLayout"))
    .toMatchObject([{ status: 200, body: { clientRequest: { mixedVideoLayout: 2, maxResolutionUid: "1001" } } }]);

  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await expect(recording.region.getByRole("listitem").filter({ hasText: "Uploaded" })).toHaveAttribute(
    "aria-current",
    "step",
    { timeout: 60_000 },
  );
  await file.getByRole("button", { name: "Play" }).click();
  const video = file.locator("video");
  await video.click();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
  await file.getByRole("button", { name: "Close" }).click();
  await expect(video).toHaveCount(0);
  await recording.press("Record again");
  await recording.shows("Recording");
  expect(stage.fake.recordings.map(({ live, mode }) => ({ live, mode }))).toEqual([
    { live: false, mode: "mix" },
    { live: true, mode: "mix" },
  ]);
});

test("each person in files of their own, in mode raw, which wait on the recording server for a while", async ({
  stage,
  studio,
}) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.region.getByRole("radio", { name: "Separately" }).check();
  await expect(recording.region.getByRole("group", { name: "Layout" })).toHaveCount(0);
  await recording.press("Start recording");
  await recording.shows("Recording");
  for (const person of ["Person 1001", "Person 1002"]) {
    const files = recording.region.getByRole("listitem").filter({ hasText: person });
    await expect(files.first()).toContainText(/__uid_e_h264\.m3u8.*HLS · Audio and video/s, { timeout: 60_000 });
    await expect(files.nth(1)).toContainText(/__uid_e_0_h264\.mp4.*MP4 · Audio and video/s);
    await expect(files).toHaveCount(2);
  }
  // Three seconds of the person's time.
  stage.fake.uploadTime(90_000, { outcome: "stranded" });
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  const step = recording.region.locator('[aria-current="step"]');
  await expect(step).toHaveText("On Agora's recording server, uploaded later");
  await expect(step).toHaveText("Uploaded", { timeout: 60_000 });

  const file = recording.region.getByRole("listitem").filter({ hasText: ".m3u8" }).first();
  await file.getByRole("button", { name: "Play" }).click();
  const video = file.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(2);
  await video.evaluate((element: HTMLVideoElement) => element.play());
  const begin = await video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(begin + 0.2);
  expect(stage.fake.recordings).toMatchObject([{ mode: "raw", live: false, ending: "requested" }]);
});

test("a web page, paused and resumed, also after a reload", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.region.getByRole("radio", { name: "Web page" }).check();
  await recording.region.getByLabel("Address of the page").fill("https://example.org/slides");
  await recording.press("Start recording");
  await recording.shows("Recording");
  await recording.press("Pause");
  await recording.shows("Paused");
  expect(stage.fake.recordings).toMatchObject([{ mode: "web", onhold: true }]);

  await page.reload();
  await recording.shows("Paused");
  await recording.press("Resume");
  await recording.shows("Recording");
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
  expect(studio.requests("recording.start")).toMatchObject([{ response: { code: 433 } }, { status: 200 }]);
  expect(stage.fake.recordings).toHaveLength(1);
});

test("captions as people speak, translated, and in other languages while they run", async ({ stage, studio }) => {
  const page = await studio.open();
  const captions = captionsOf(page);
  const strip = stripOf(page);
  await captions.region.getByLabel("Translate into").selectOption({ label: "French (France)" });
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  const list = captions.region.getByRole("list", { name: "What is said" });
  const lines = list.getByRole("listitem");
  await expect(lines).toHaveText("Listening…");
  const seen = await watchLines(list);

  // Slowly: what is not final is soon over.
  stage.setSpeed(4);
  await strip.press("Let them talk");
  const first = lines.filter({ hasText: "Person 1001" }).first();
  await expect(first).toBeVisible();
  await strip.press("30×");
  await expect(first).toHaveAttribute("data-final", "true");
  const before = (await seen()).filter(({ isFinal }) => !isFinal).map(({ text }) => text);
  expect(before).toContainEqual(expect.stringMatching(/^Person 1001Good/));
  await expect(first).toContainText("Good morning! Can you hear me?");
  await expect(first).toContainText("Bonjour ! Vous m’entendez ?");
  await expect(lines.filter({ hasText: "Person 1002" })).toContainText(["Loud and clear. Shall we begin?"]);
  await expect(lines).toHaveCount(3);

  await captions.region.getByLabel("Spoken languages").selectOption({ label: "Spanish (Spain)" });
  await captions.region.getByRole("button", { name: "Remove English (United States)" }).click();
  await captions.press("Apply");
  await expect(captions.button("Discard")).toHaveCount(0);
  expect(stage.fake.agents).toMatchObject([{ live: true, languages: ["es-ES"] }]);
  await strip.press("Let them talk");
  await expect(lines.filter({ hasText: "¡Buenos días! ¿Me oyes?" })).toContainText("Bonjour ! Vous m’entendez ?");

  await captions.press("Stop captions");
  await captions.shows("Stopped");
  // What was said stays to be read.
  await expect(lines.filter({ hasText: "Loud and clear" })).toBeVisible();
});

test("the older service: a place is reserved, with its five minutes, then started", async ({ stage, studio }) => {
  const page = await studio.open();
  const captions = captionsOf(page);
  await expect(captions.button("Reserve a place")).toHaveCount(0);
  await captions.region.getByRole("switch").check();
  await captions.press("Reserve a place");
  await captions.shows("Reserved");
  await expect(captions.timer).toHaveText(/^[0-4]:\d\d$/);
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  await expect(captions.region.getByRole("switch")).toBeDisabled();
  await stripOf(page).press("Let them talk");
  await expect(captions.region.getByRole("list", { name: "What is said" })).toContainText("Loud and clear");
  await captions.press("Stop captions");
  await captions.shows("Stopped");
  expect(stage.fake.tasks).toMatchObject([{ live: false }]);
});

test("S04 captions of the older service: what expired is reserved anew", async ({ stage, studio }) => {
  const page = await studio.open();
  const captions = captionsOf(page);
  await captions.region.getByRole("switch").check();
  await captions.press("Reserve a place");
  await captions.shows("Reserved");
  await stripOf(page).press("Skip 5 min");
  await captions.shows("Reservation expired");
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  expect(stage.fake.tasks).toHaveLength(1);
});
