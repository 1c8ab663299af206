import { expect, test } from "vitest";
import { freshSeed, runHistories } from "./model/run.ts";

const steps = Number(process.env.MODEL_STEPS ?? 200_000);

test("no long search finds a history that breaks a promise of the session", { timeout: 3_600_000 }, async () => {
  expect(await runHistories(steps, freshSeed())).toBeGreaterThanOrEqual(steps);
});
