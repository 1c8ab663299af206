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

/** Remembers in this process, the latest `size` keys at most. */
export function memoryDedupe({
  size = 10_000,
  now = Date.now,
}: { size?: number; now?: () => number } = {}): NotificationDedupe {
  const known = new Map<string, number>();
  return {
    add(key, ttl) {
      const time = now();
      const until = known.get(key);
      if (until !== undefined && until > time) return false;
      known.delete(key);
      known.set(key, time + ttl);
      const [oldest] = known.keys();
      if (known.size > size && oldest !== undefined) known.delete(oldest);
      return true;
    },
    delete: (key) => known.delete(key),
  };
}
