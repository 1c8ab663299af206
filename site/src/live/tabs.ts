import type { SessionStorage } from "@agora-edge/core";

/** One storage as several tabs see it: each hears of what the others do. Real tabs share `localStorageAdapter`. */
export function createTabs(count: number): SessionStorage[] {
  const values = new Map<string, string>();
  const listeners = Array.from({ length: count }, () => new Set<(key: string, message?: string) => void>());
  return listeners.map((own) => {
    const tell = (key: string, message?: string) => {
      for (const others of listeners) if (others !== own) for (const listener of others) listener(key, message);
    };
    return {
      get: (key) => values.get(key) ?? null,
      set(key, value) {
        values.set(key, value);
        tell(key);
      },
      remove(key) {
        values.delete(key);
        tell(key);
      },
      subscribe(key, listener) {
        const hear = (changed: string, message?: string) => {
          if (changed === key) listener(message);
        };
        own.add(hear);
        return () => void own.delete(hear);
      },
      publish: tell,
    };
  });
}
