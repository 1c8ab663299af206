import fc from "fast-check";
import { history } from "./steps.ts";
import { World } from "./world.ts";

/** Histories of one batch; each has 50 steps on average. */
const batch = 50;

/** A seed that nobody has seen. */
export const freshSeed = (): number => Date.now() % 2 ** 31;

/** What `MODEL_SEED` says, else the usual one. `random`: a fresh one. */
export function firstSeed(given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  const first = given === "random" ? freshSeed() : Number(given);
  if (!Number.isSafeInteger(first)) throw new TypeError(`MODEL_SEED is a whole number or "random", not "${given}".`);
  return first;
}

/**
 * Runs random histories until so many steps were made. Prints the seed of each batch: `MODEL_SEED` begins with another.
 *
 * @param seed where nothing else is said: the same in each `npm test`, so that a failure is of the change that brought it
 * @returns how many steps were made
 */
export async function runHistories(steps: number, seed: number): Promise<number> {
  const first = firstSeed(process.env.MODEL_SEED, seed);
  let made = 0;
  const property = fc.asyncProperty(history, async (given) => {
    const world = new World(given);
    for (const step of given.steps) {
      await world.run(step);
      made++;
    }
    await world.heal();
  });
  for (let own = first; made < steps; own++) {
    console.log(`model of sessions: seed ${own}, ${made} steps so far`);
    await fc.assert(property, { seed: own, numRuns: batch });
  }
  console.log(`model of sessions: ${made} steps`);
  return made;
}
