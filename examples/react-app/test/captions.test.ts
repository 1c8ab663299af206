import { expect } from "playwright/test";
import { captionsOf, stripOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

const test = testOnStage().concurrent;

test("captions as people speak, translated, and in other languages while they run", async ({ stage, studio }) => {
  const page = await studio.open();
  const captions = captionsOf(page);
  const strip = stripOf(page);
  await captions.region.getByLabel("Translate into").selectOption({ label: "French (France)" });
  await captions.press("Start captions");
  await captions.shows("Transcribing");
  const lines = captions.region.getByRole("list", { name: "What is said" }).getByRole("listitem");
  await expect(lines).toHaveText("Listening…");

  // Slowly: what is not final is soon over.
  stage.setSpeed(4);
  await strip.press("Let them talk");
  const first = lines.filter({ hasText: "Person 1001" }).first();
  await expect(first).toHaveAttribute("data-final", "false");
  await strip.press("30×");
  await expect(first).toHaveAttribute("data-final", "true");
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
