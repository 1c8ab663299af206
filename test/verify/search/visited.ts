import type { Key } from "../world/key.ts";

/**
 * The keys of the worlds that were found, in memory that all threads share. A table of twice as many places as keys, each
 * taken by the first who comes.
 */
export interface Visited {
  readonly memory: SharedArrayBuffer;
  /** Whether this is the first time. */
  add(key: Key): boolean;
}

/** Memory for so many keys. */
export function createVisitedMemory(keys: number): SharedArrayBuffer {
  return new SharedArrayBuffer(8 * 2 ** Math.ceil(Math.log2(2 * keys)));
}

export function openVisited(memory: SharedArrayBuffer): Visited {
  const places = new BigUint64Array(memory);
  const last = places.length - 1;
  return {
    memory,
    add({ high, low }) {
      // An empty place is 0, which no key may be.
      const key = (BigInt(high) << 32n) | BigInt(low) || 1n;
      for (let index = low & last; ; index = (index + 1) & last) {
        const there = Atomics.load(places, index) || Atomics.compareExchange(places, index, 0n, key);
        if (there === 0n) return true;
        if (there === key) return false;
      }
    },
  };
}
