/**
 * Keeps the handle of what runs, or the intent of what may run, across reloads: `localStorage`, a file, Workers KV… Sync
 * or async. Values are JSON of less than 4 kB without request bodies, RTC or REST tokens; builder tokens and the proxy's
 * grants are in them.
 */
export interface SessionStorage {
  /** Null or undefined: nothing there. */
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string): unknown;
  remove(key: string): unknown;
}

/** For tests, and for state that a process keeps itself. */
export function createMemoryStorage(): SessionStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/**
 * Web Storage, as in a page.
 *
 * @param open looked up at every access: there is none during server rendering, and reading it can throw
 */
export function createWebStorage(open: () => Pick<Storage, "getItem" | "setItem" | "removeItem">): SessionStorage {
  return {
    get: (key) => open().getItem(key),
    set: (key, value) => open().setItem(key, value),
    remove: (key) => open().removeItem(key),
  };
}

/** The page's `localStorage`: a reload, a crash and another tab find what runs. */
export const localStorageAdapter: SessionStorage = /* @__PURE__ */ createWebStorage(() => globalThis.localStorage);

/** The page's `sessionStorage`: for this tab alone. */
export const sessionStorageAdapter: SessionStorage = /* @__PURE__ */ createWebStorage(() => globalThis.sessionStorage);
