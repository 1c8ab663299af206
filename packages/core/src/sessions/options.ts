import type { SessionLocks } from "../effects/keyed-mutex.ts";
import type { SessionStorage } from "./session-storage.ts";
import type { WakeSource } from "./wake.ts";

/** What a function that makes a request is given. */
export interface PrepareContext {
  /** Aborts when the start is given up, or when the function takes longer than a minute. */
  readonly signal: AbortSignal;
}

/** A value, or a function that is asked once for every start. */
export type Resolvable<T> = T | ((context: PrepareContext) => T | Promise<T>);

/** What a session does by itself while something runs. */
export interface MonitorOptions {
  /** Between two checks, in ms. Default 120,000. Many sessions stretch it, so that the quota is kept. */
  interval?: number | undefined;
  /** False: rests while nobody subscribes. Default true. */
  unattended?: boolean | undefined;
}

/** Options that sessions of both services have. */
export interface SessionOptions {
  /** Sessions with the same key are the same to each other: one start, one handle. Default: App ID, service and names. */
  key?: string | undefined;
  /** Keeps the handle across reloads and tabs. Default: none. */
  storage?: SessionStorage | undefined;
  /**
   * False: where storage cannot be read or written, the session goes on without it, and a reload may lose what runs. Default
   * true: nothing is started that storage does not know of.
   */
  requireStorage?: boolean | undefined;
  /** `background`: a lease that nobody used is renewed before it runs out, while somebody looks. Default: it expires. */
  renew?: "background" | undefined;
  /** A lease with less time left is not used for a start, in ms. Default 30,000. */
  safetyMargin?: number | undefined;
  /** Checks whether it still runs. `false`: never by itself. */
  monitor?: MonitorOptions | false | undefined;
  /** What `toJSON()` gave, to go on from there; `false`: begin without a look into storage. */
  restore?: object | false | null | undefined;
  /** Default: focus, visibility and network of the page. */
  wake?: WakeSource | undefined;
  /** Default: `navigator.locks` where it exists, so that two tabs with one storage do not start at once. */
  locks?: SessionLocks | false | undefined;
}
