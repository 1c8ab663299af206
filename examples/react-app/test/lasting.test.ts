import { scenarios } from "@agora-edge/msw/fake";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "./support/expect.ts";
import { inject, test as plainTest } from "vitest";
import { recordingOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

// What a person would lose without noticing, or never find again.
const test = testOnStage().concurrent;

test("what runs is shown to a new tab, whatever another one has chosen", async ({ studio }) => {
  const visitor = await studio.visitor();
  const one = await studio.open(visitor);
  await recordingOf(one).press("Start recording");
  await recordingOf(one).shows("Recording");
  const other = await studio.open(visitor);
  await other.evaluate(() => {
    localStorage.setItem("studio.mode", '"raw"');
    sessionStorage.clear();
  });
  await other.reload();
  await recordingOf(other).shows("Recording");
  await expect(recordingOf(other).region.getByRole("radio", { name: "Together" })).toBeChecked();
});

test("a layout that one tab chooses is the layout of the other one", async ({ studio }) => {
  const visitor = await studio.visitor();
  const one = await studio.open(visitor);
  const other = await studio.open(visitor);
  await recordingOf(one).region.getByRole("radio", { name: "Stage" }).press("Space");
  await expect(recordingOf(other).region.getByRole("radio", { name: "Stage" })).toBeChecked();
});

test("a recording whose start got no answer is found by its notification, and can be stopped", async ({
  stage,
  studio,
}) => {
  const recording = recordingOf(await studio.open());
  stage.fake.use(scenarios.lostStartAnswer({ operation: "recording.start" }));
  await recording.press("Start recording");
  await recording.shows("Recording");
  await expect(recording.alert).toHaveCount(0);
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  expect(stage.fake.recordings).toMatchObject([{ live: false, ending: "requested" }]);
});

test("a stop without a network says that it waits, and goes on when the network is back", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Start recording");
  await recording.shows("Recording");
  await page.context().setOffline(true);
  await recording.press("Stop recording");
  await recording.shows("Stopping");
  await expect(recording.status).toContainText("There is no network.");
  await page.context().setOffline(false);
  await recording.shows("Stopped");
});

test("the files of the last recording outlast a reload, until they are cleared", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.press("Start recording");
  const files = recording.region.getByRole("listitem").filter({ hasText: ".mp4" });
  await expect(files).toHaveCount(1, { timeout: 60_000 });
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await page.reload();
  await recording.shows("Ready");
  await expect(files).toHaveCount(1);
  await recording.press("Start recording");
  await recording.shows("Recording");
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await recording.press("Clear");
  await expect(files).toHaveCount(0);
  await page.reload();
  await recording.shows("Ready");
  await expect(files).toHaveCount(0);
});

test("who comes second is told so, in words for people", async ({ studio }) => {
  const first = recordingOf(await studio.open());
  await first.press("Start recording");
  await first.shows("Recording");
  const second = recordingOf(await studio.open());
  await second.press("Start recording");
  await second.shows("Failed");
  await expect(second.alert.getByRole("heading")).toHaveText("Somebody else is recording this channel");
  await first.press("Stop recording");
  await first.shows("Stopped");
});

test("what cannot be a page cannot be recorded, and a page that may not says why", async ({ studio }) => {
  const page = await studio.open();
  const recording = recordingOf(page);
  await recording.region.getByRole("radio", { name: "Web page" }).check({ force: true });
  const address = recording.region.getByLabel("Address of the page");
  await address.fill("http://example.com");
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expect(recording.button("Start recording")).toBeDisabled();
  await address.fill("https://somewhere.else");
  await recording.press("Start recording");
  await expect(recording.alert).toContainText("This page may not be recorded.");
  expect(studio.requests("recording.start")).toHaveLength(0);
});

plainTest("nothing of the fake is in the page as users have it", () => {
  const { plain, strip } = inject("pages");
  const textOf = (folder: string) =>
    readdirSync(join(folder, "assets"))
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join(folder, "assets", name), "utf8"))
      .join("\n");
  expect(textOf(strip)).toContain("__fake");
  expect(textOf(plain)).not.toContain("__fake");
  expect(textOf(plain)).not.toMatch(/fake/i);
});
