import { expect, test } from "vitest";
import { freshSeed, searchAtRandom } from "./random/search-at-random.ts";

test("no long random search with a fresh seed breaks a promise of the session", { timeout: 3_600_000 }, async () => {
  const seed = freshSeed();
  console.log(`npm run verify -- --random 5000000 --seed ${seed}`);
  const { failures, steps } = await searchAtRandom(5_000_000, seed);
  expect(failures).toEqual([]);
  expect(steps).toBeGreaterThanOrEqual(5_000_000);
});
