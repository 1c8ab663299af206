import { expect, test } from "vitest";
import { firstSeed } from "../sessions/model/run.ts";
import { freshSeed, searchAtRandom } from "./random/search-at-random.ts";
import { printHistory } from "./report.ts";

test("a million random steps break no promise of the session", { timeout: 3_600_000 }, async () => {
  const seed = firstSeed(process.env.MODEL_SEED, freshSeed());
  console.log(`random search of the life cycle: npm run verify -- --random 1000000 --seed ${seed}`);
  const { failures, steps } = await searchAtRandom(1_000_000, seed);
  for (const failure of failures) console.error(printHistory(failure.scope, failure));
  expect(failures).toEqual([]);
  expect(steps).toBeGreaterThanOrEqual(1_000_000);
});
