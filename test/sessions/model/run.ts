import fc from "fast-check";
import { history } from "./steps.ts";
import { World } from "./world.ts";

/** Histories of one batch; each has 50 steps on average. */
const batch = 50;

/**
 * Runs random histories until so many steps were made. Prints the seed of each batch: `MODEL_SEED` begins with another,
 * `random` with one that nobody has seen. The same by default, so that a failure is of the change that brought it.
 *
 * @returns how many steps were made
 */
export async function runHistories(steps: number): Promise<number> {
  const { MODEL_SEED = "1" } = process.env;
  const first = MODEL_SEED === "random" ? Date.now() % 2 ** 31 : Number(MODEL_SEED);
  let made = 0;
  const property = fc.asyncProperty(history, async (given) => {
    const world = new World(given);
    for (const step of given.steps) {
      await world.run(step);
      made++;
    }
    await world.heal();
  });
  for (let seed = first; made < steps; seed++) {
    console.log(`model of sessions: seed ${seed}, ${made} steps so far`);
    await fc.assert(property, { seed, numRuns: batch });
  }
  console.log(`model of sessions: ${made} steps`);
  return made;
}
