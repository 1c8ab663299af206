// Rounds in which every contestant has its turn, so that a slow moment of the machine hits all of them.

/**
 * Lets all contestants run in each round, each time another one first. Turns should be short: what disturbs one then
 * disturbs its neighbours too, and their ratio stays.
 *
 * @param contestants functions by name; each measures itself once and resolves to a number
 * @returns the numbers of each, one for every round
 */
export async function interleave(contestants, { rounds, warmUp = 2 }) {
  const names = Object.keys(contestants);
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUp) % names.length];
      const value = await contestants[name]();
      if (round >= 0) found[name].push(value);
    }
  }
  return found;
}

/** Microseconds of the processor that `work` takes, garbage collection included. */
export async function cpuOf(work) {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}

/**
 * A contestant that makes `count` calls, one after another: microseconds of the processor for each. Where nothing is
 * waited for that is the time that passes, but for what other programs do meanwhile.
 */
export const timed = (call, count) => async () =>
  (await cpuOf(async () => {
    for (let index = 0; index < count; index++) await call(index);
  })) / count;

/** What the heap holds when all garbage is gone; what finalizers free goes only with the next collection. */
export async function heapUsed() {
  for (let round = 0; round < 4; round++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}
