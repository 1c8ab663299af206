/**
 * Keeps the handle of what runs, or the intent of what may run, across reloads: `localStorage`, a file, Workers KV… Sync
 * or async. Values are JSON of less than 4 kB without request bodies, RTC or REST tokens; builder tokens and the proxy's
 * grants are in them.
 */
export interface SessionStorage {
  /** Null or undefined: nothing there. */
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  /** Keeps the value. The session waits for a promise before it sends anything. */
  set(key: string, value: string): unknown;
  /** Forgets the value. */
  remove(key: string): unknown;
  /**
   * Optional. False: every answer is there at once, as in Web Storage, so a first render can look whether anything is
   * stored. Else a page shows from its first render on that it is restoring.
   */
  readonly isAsync?: boolean | undefined;
  /**
   * Optional. Calls `listener` when another tab, or another process, has changed the value, and with the message when it
   * published one, until the returned function is called. With it sessions show at once what happens elsewhere.
   */
  subscribe?(key: string, listener: (message?: unknown) => void): () => void;
  /** Optional. Tells subscribers elsewhere what storage does not keep: what a session shows. It may get lost. */
  publish?(key: string, message: string): void;
}
