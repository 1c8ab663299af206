import { expect } from "./support/expect.ts";
import { busy } from "./support/faults.ts";
import { captionsOf, panelOf, recordingOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage().concurrent;

test("what can work the next time says what happened, why and what to do, and is tried again", async ({
  stage,
  studio,
}) => {
  const fault = stage.fake.fail("recording.acquire", busy);
  const recording = recordingOf(await studio.open());
  await recording.press("Start recording");
  await recording.shows("Failed");
  await expect(recording.alert.getByRole("heading")).toHaveText("Too many requests");
  await expect(recording.alert).toContainText("The calls exceed the rate limit");
  await expect(recording.alert).toContainText("Usual causes");
  await expect(recording.alert).toContainText("Wait a few seconds, then call less often");
  fault.cancel();
  await recording.alert.getByRole("button", { name: "Try again" }).click();
  await recording.shows("Recording");
  await expect(recording.alert).toHaveCount(0);
});

test("what fails again until it is mended has no button to try it again", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await stripOf(page).arrange("The next start is refused (2)");
  await recording.press("Start recording");
  await expect(recording.alert.getByRole("heading")).toHaveText("Invalid value");
  await expect(recording.alert).toContainText("Correct the value that the reason names");
  await expect(recording.alert.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("a stop that fails leaves the recording on, and works the next time", async ({ stage, studio }) => {
  const recording = recordingOf(await studio.open());
  await recording.press("Start recording");
  await recording.shows("Recording");
  const fault = stage.fake.fail("recording.stop", busy);
  await recording.press("Stop recording");
  await expect(recording.alert.getByRole("heading")).toHaveText("Too many requests");
  await recording.shows("Recording");
  expect(stage.fake.recordings).toMatchObject([{ live: true }]);
  fault.cancel();
  await recording.alert.getByRole("button", { name: "Try again" }).click();
  await recording.shows("Stopped");
  await expect(recording.alert).toHaveCount(0);
  expect(stage.fake.recordings).toMatchObject([{ live: false }]);
});

test("an error speaks the language of the page, also when that changes before the eyes of the person", async ({
  studio,
}) => {
  const page = await studio.open();
  await stripOf(page).arrange("Recording is not enabled");
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await expect(recording.alert.getByRole("heading")).toHaveText("Service not enabled");
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  const chinese = panelOf(page, "录制");
  await expect(chinese.alert.getByRole("heading")).toHaveText("服务未开通");
  await expect(chinese.alert).toContainText("该 App ID 所属的项目尚未开通此服务。");
  await expect(chinese.alert).toContainText("如何处理");
  await expect(chinese.alert).toContainText("请在声网控制台开通服务，然后重新调用。");
  await expect(chinese.status).toContainText("失败");
  await expect(page).toHaveTitle("录制工作室");
  await page.getByRole("radio", { name: "English" }).check({ force: true });
  await expect(recording.alert.getByRole("heading")).toHaveText("Service not enabled");
});

test("code and request ID are folded away, and copied for support", async ({ stage, studio }) => {
  const visitor = await studio.visitor({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await studio.open(visitor);
  await stripOf(page).arrange("The next start is refused (2)");
  const { alert, press } = recordingOf(page);
  await press("Start recording");
  await expect(alert).toBeVisible();
  const requestId = stage.fake.requests.findLast(({ operation }) => operation === "recording.start")?.requestId ?? "";
  expect(requestId).toMatch(/^\w{8}/);
  // Words alone, until somebody asks for more.
  expect(await alert.innerText()).not.toMatch(new RegExp(`invalid-parameter|recording\\.start|${requestId}`));
  await alert.getByText("Details for support").click();
  await expect(alert.getByText(requestId)).toBeVisible();
  await alert.getByRole("button", { name: "Copy" }).click();
  await expect(alert.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toEqual(
    expect.arrayContaining([
      "Invalid value",
      "kind: invalid-parameter",
      "operation: recording.start",
      "code: 2",
      `requestId: ${requestId}`,
    ]),
  );
});

test("a recording whose server fails over is recovering, and then goes on", async ({ stage, studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  stage.setSpeed(10);
  await stripOf(page).press("Fail over for 60 s");
  await recording.shows("Recovering");
  await expect(recording.status).toContainText("nothing has to be done");
  await expect(recording.alert).toHaveCount(0);
  await stripOf(page).press("30×");
  await recording.shows("Recording");
  expect(stage.fake.recordings).toMatchObject([{ live: true, failovers: 1 }]);
});

test("what fails with the captions stands beside the captions", async ({ stage, studio }) => {
  stage.fake.fail("sttAgents.join", busy);
  const page = await studio.open();
  const captions = captionsOf(page);
  await captions.press("Start captions");
  await expect(captions.alert.getByRole("heading")).toHaveText("Too many requests");
  await captions.shows("Failed");
  await expect(recordingOf(page).alert).toHaveCount(0);
});
