/** Numbers that look random, the same for the same seed. */
export interface Random {
  /** From 0 up to, and without, `end`. */
  below(end: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** The generator known as mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) * end) / 2 ** 32;
  };
  return {
    below: (end) => Math.floor(below(end)),
    pick: (choices) => choices[Math.floor(below(choices.length))] ?? choices[0],
  };
}
