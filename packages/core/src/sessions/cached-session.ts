import type { SessionService } from "../machine/types.ts";
import type { RecordingSession } from "./recording-session.ts";
import type { SessionStorage } from "./session-storage.ts";
import type { SttTask } from "./stt-task.ts";

/** The session of each service. */
export interface SessionOf {
  recording: RecordingSession;
  sttAgents: SttTask;
  sttTasks: SttTask;
}

/** A session in the cache: one for each service and key, however many use it. */
export interface CachedSession<S extends SessionService = SessionService> {
  /** What components share the session by. */
  readonly key: string;
  readonly service: S;
  /** Another one takes its place when a storage is brought later. */
  readonly session: SessionOf[S];
  /** The first one that was brought. */
  readonly storage: SessionStorage | undefined;
  /** How many use it now. */
  readonly users: number;
  /**
   * Uses the session until the returned function is called.
   *
   * @param listener called after every change
   * @param stops asked when the user leaves: whether the session shall stop what it has started, should nobody be left
   */
  use(listener: () => void, stops?: () => boolean): () => void;
  /**
   * Looks at the session until the returned function is called, and is no user: it is not asked before something is stopped.
   *
   * @param listener called after every change
   */
  watch(listener: () => void): () => void;
  /** Runs a command, also where nobody uses the session. */
  run<R>(command: (session: SessionOf[S]) => R): R;
}

/** How a session gets into the cache. */
export interface EnsureOptions<S extends SessionService> {
  service: S;
  /** What components share the session by. */
  key: string;
  /**
   * Makes the session; only called if the cache has no session for the key, or one without storage.
   *
   * @param restore for the option of that name: what the session goes on from
   */
  create: (restore?: object) => SessionOf[S];
  /** The storage that `create` uses. The first one that is brought counts for all who use the session. */
  storage?: SessionStorage | undefined;
  /** For how many ms its outcome (`stopped`, `failed`) is kept once nobody uses it or looks at it. Default: five minutes. */
  gcTime?: number | undefined;
}

export interface CacheEntry<S extends SessionService> extends CachedSession<S> {
  /** Another user brings a storage, or the same. */
  bring(options: EnsureOptions<S>): void;
  /** Lets the session go without a word: the entry of another client goes on with what it had. Null: there is nothing. */
  handOver(): Heritage<S> | null;
}

/** What goes on under another client: the state of a session, or the session itself while it waits for an answer. */
export interface Heritage<S extends SessionService> {
  readonly restore?: object;
  readonly adopted?: SessionOf[S];
}
