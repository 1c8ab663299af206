import { expect, test } from "vitest";
import { runHistories } from "./model/run.ts";

const steps = Number(process.env.MODEL_STEPS ?? 200_000);
// A fixed one for the same reason as in test/verify/random.full.test.ts.
const seed = 1;

test("no long search finds a history that breaks a promise of the session", { timeout: 3_600_000 }, async () => {
  expect(await runHistories(steps, seed)).toBeGreaterThanOrEqual(steps);
});
