/**
 * Remembers which notifications were handled. One object for all instances of a server, such as a table with a unique
 * key, recognises copies that arrive at different ones.
 */
export interface NotificationDedupe {
  /**
   * Stores `key` for at least `ttl` ms. False when it was there already; of two calls at the same time only one may get
   * true.
   */
  add(key: string, ttl: number): boolean | Promise<boolean>;
  /** Forgets it again, because handling failed: the service's next attempt counts. */
  delete(key: string): unknown;
}

/** How long a key is kept: the longest life of a recording that a resource ID has by default, and an hour. */
export const keyLife = (72 + 1) * 3_600_000;

/** Options of `createMemoryDedupe`. */
export interface MemoryDedupeOptions {
  /** So many keys, of which an event has up to two, are kept for the whole of their time. Default 10,000. */
  size?: number | undefined;
  /** Milliseconds for which a key is kept however many come after it. Default 600,000, twice the default `tolerance`. */
  hold?: number | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
}

interface Entry {
  /** When it was added. */
  readonly since: number;
  readonly until: number;
}

/** Remembers in this process. */
export function createMemoryDedupe(options: MemoryDedupeOptions = {}): NotificationDedupe {
  const { size = 10_000, hold = 600_000, now = Date.now } = options;
  const known = new Map<string, Entry>();

  /** Forgets the oldest when there are too many, but never one that could still come again with a valid signature. */
  function makeRoom(time: number): void {
    for (const [key, { since }] of known) {
      if (known.size <= size || since + hold > time) return;
      known.delete(key);
    }
  }

  return {
    add(key, ttl) {
      const time = now();
      const entry = known.get(key);
      if (entry && entry.until > time) return false;
      known.delete(key);
      known.set(key, { since: time, until: time + ttl });
      makeRoom(time);
      return true;
    },
    delete: (key) => known.delete(key),
  };
}

/**
 * @deprecated The name of the first edition: `createMemoryDedupe`.
 * @alias
 */
export const memoryDedupe = createMemoryDedupe;
