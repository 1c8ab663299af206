import type { SessionStorage } from "@agora-edge/core";

/** One storage as the tabs of an origin see it: a tab hears of what the others do, never of what it does itself. */
export function openOrigin({ publishes = true, later = false } = {}) {
  const values = new Map<string, string>();
  const listeners = new Set<{ tab: object; key: string; hear: (message?: unknown) => void }>();
  const access = <T>(run: () => T): T | Promise<T> => (later ? Promise.resolve().then(run) : run());
  const others = (tab: object, key: string, message?: unknown) => {
    for (const one of listeners) if (one.tab !== tab && one.key === key) one.hear(message);
  };
  const openTab = (): SessionStorage => {
    const tab = {};
    return {
      get: (key) => access(() => values.get(key)),
      set: (key, value) =>
        access(() => {
          values.set(key, value);
          others(tab, key);
        }),
      remove: (key) =>
        access(() => {
          values.delete(key);
          others(tab, key);
        }),
      subscribe(key, hear) {
        const listener = { tab, key, hear };
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      ...(publishes ? { publish: (key: string, message: string) => others(tab, key, message) } : {}),
    };
  };
  return { values, listeners, openTab };
}
