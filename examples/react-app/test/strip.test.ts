import { expect } from "./support/expect.ts";
import { captionsOf, recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

// The controls of the fake: every state of the page can be brought about by hand.
const test = testOnStage().concurrent;

test("people come and go: a recording that everybody has left ends by itself", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await stripOf(page).press("Somebody publishes");
  await expect.poll(() => stage.fake.channel("demo-room").users.length).toBe(3);
  await recording.press("Start recording");
  await recording.shows("Recording");
  await stripOf(page).press("Everybody leaves");
  await expect.poll(() => stage.fake.channel("demo-room").users.filter(({ uid }) => Number(uid) < 2000).length).toBe(0);
  await stripOf(page).press("Skip 5 min");
  await stripOf(page).press("Skip 5 min");
  await recording.shows("Stopped");
  await expect(recording.status).toContainText("ended by itself");
});

test("time goes as fast as it is told to", async ({ stage, studio }) => {
  const page = await studio.open();
  await stripOf(page).press("10×");
  await expect(page.getByText("Done: 10×.")).toBeVisible();
  const begin = performance.now();
  const before = stage.fake.now();
  await expect.poll(() => stage.fake.now() - before).toBeGreaterThan(10_000);
  const pace = (stage.fake.now() - before) / (performance.now() - begin);
  // Thirty times it went before.
  expect(pace).toBeGreaterThan(5);
  expect(pace).toBeLessThan(20);
});

test("an answer that is lost on the way: the recording is found all the same", async ({ stage, studio }) => {
  const page = await studio.open();
  await stripOf(page).arrange("The answer to the next recording start is lost");
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  expect(stage.fake.recordings).toMatchObject([{ live: true }]);
});

test("captions whose start got no answer are not called somebody else's", async ({ stage, studio }) => {
  const page = await studio.open();
  await stripOf(page).arrange("The answer to the next captions start is lost");
  const captions = captionsOf(page);
  await captions.press("Start captions");
  await captions.shows("Failed");
  await expect(captions.status).toContainText("Captions that it started end by themselves");
  await captions.press("Start captions again");
  await expect(captions.alert).toContainText("or by a start whose answer got lost");
  expect(stage.fake.agents).toHaveLength(1);
});

test("captions fail over too", async ({ stage, studio }) => {
  const page = await studio.open();
  const captions = captionsOf(page);
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  stage.setSpeed(10);
  await stripOf(page).press("Fail over for 60 s");
  await captions.shows("Recovering");
  await captions.shows("Transcribing");
});

test("all well again: what was arranged is over, and so is what ran", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await stripOf(page).arrange("The storage keys are wrong");
  await recording.press("Start recording");
  await recording.shows("Failed");
  await stripOf(page).press("All well again");
  await recording.shows("Ready");
  await expect.poll(() => stage.fake.recordings).toEqual([]);
  stage.setSpeed(30);
  await recording.press("Start recording");
  await recording.shows("Recording");
});

test("a place that is not needed is given back", async ({ studio }) => {
  const recording = recordingOf(await studio.open());
  await recording.press("Reserve a place");
  await recording.shows("Reserved");
  await recording.press("Give the place back");
  await recording.shows("Ready");
  await expect(recording.timer).toHaveCount(0);
});

test("light and dark are chosen, and stay", async ({ studio }) => {
  const page = await studio.open();
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.getByRole("radio", { name: "Dark" }).press("Space");
  expect(await scheme()).toBe("dark");
  await page.reload();
  await expect.poll(scheme).toBe("dark");
});
