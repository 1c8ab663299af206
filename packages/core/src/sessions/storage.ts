import type { SessionStorage } from "./session-storage.ts";
import { tabsOf } from "./tabs.ts";

/** For tests, and for state that a process keeps itself. */
export function createMemoryStorage(): SessionStorage {
  return storageIn(new Map());
}

function storageIn(values: Map<string, string>): SessionStorage {
  return {
    isAsync: false,
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/** What is used of a `Storage` of a page. */
interface WebStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Web Storage, as in a page.
 *
 * @param open looked up at every access: it does not exist during server rendering, and reading it can throw
 */
export function createWebStorage(open: () => WebStorage): SessionStorage {
  return {
    isAsync: false,
    get: (key) => open().getItem(key),
    set: (key, value) => open().setItem(key, value),
    remove: (key) => open().removeItem(key),
  };
}

const open = () => globalThis.localStorage;

/** The page's `localStorage`: a reload and a crash find what runs, and other tabs show it. */
export const localStorageAdapter: SessionStorage = /* @__PURE__ */ (() => ({
  ...createWebStorage(open),
  ...tabsOf(open),
}))();

/** The page's `sessionStorage`: for this tab alone. */
export const sessionStorageAdapter: SessionStorage = /* @__PURE__ */ createWebStorage(() => globalThis.sessionStorage);
