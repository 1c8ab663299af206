import { warnDeveloper } from "../context/warning.ts";
import type { SessionService } from "../machine/types.ts";
import type { Clock } from "../runtime/clock.ts";
import { notify } from "../runtime/notify.ts";
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
  readonly key: string;
  readonly service: S;
  /** Another one takes its place when a storage is brought later. */
  readonly session: SessionOf[S];
  /** How many use it now. */
  readonly users: number;
  /**
   * Uses the session until the returned function is called.
   *
   * @param listener called after every change
   * @param stops asked when the user leaves: whether the session shall stop what it has started, should nobody be left
   */
  use(listener: () => void, stops?: () => boolean): () => void;
  /** Runs a command, also where nobody uses the session. */
  run<R>(command: (session: SessionOf[S]) => R): R;
}

/** How a session gets into the cache. */
export interface EnsureOptions<S extends SessionService> {
  service: S;
  key: string;
  /**
   * Makes the session; only called where the cache has none, or has one without storage.
   *
   * @param restore for the option of that name: what the session goes on from
   */
  create: (restore?: object) => SessionOf[S];
  /** The storage that `create` uses. The first one that is brought counts for all who use the session. */
  storage?: SessionStorage | undefined;
  /** For how many ms its outcome (`stopped`, `failed`) is kept once nobody uses it. Default: five minutes. */
  gcTime?: number | undefined;
}

export interface CacheEntry<S extends SessionService> extends CachedSession<S> {
  /** Another user brings a storage, or the same. */
  bring(options: EnsureOptions<S>): void;
  /** Lets the session go without a word: another one goes on with what it had. Gives what that takes; null where it is used. */
  handOver(): object | null;
}

interface EntrySetup<S extends SessionService> extends EnsureOptions<S> {
  readonly clock: Clock;
  readonly restore: object | undefined;
  /** Called after every change of the session or of its users. */
  readonly changed: () => void;
  /** The session was disposed of. */
  readonly evicted: () => void;
}

const fiveMinutes = 300_000;

/** Whether there is something to see for whoever comes back. */
function hasOutcome(session: SessionOf[SessionService]): boolean {
  const { status } = session.getSnapshot();
  return status === "stopped" || status === "failed";
}

export function createEntry<S extends SessionService>(setup: EntrySetup<S>): CacheEntry<S> {
  const { key, service, clock, changed, evicted, gcTime = fiveMinutes } = setup;
  const users = new Set<() => void>();
  let session = setup.create(setup.restore);
  let { storage } = setup;
  /** A storage that is taken into use when nothing is under way any more. */
  let brought: EnsureOptions<S> | undefined;
  let commands = 0;
  let stopsWhenLeft = false;
  let unwatch: (() => void) | undefined;
  let unsubscribe = follow();
  let turn: ReturnType<typeof setTimeout> | undefined;
  let gcTimer: unknown;

  /** Not as somebody who looks: it only has to know when the session can go. */
  function follow(): () => void {
    const heard = () => {
      changed();
      review();
      replace();
    };
    return session.subscribe(heard, { watch: false });
  }

  function tellUsers(): void {
    for (const listener of users) notify(listener, () => undefined);
  }

  function release(): void {
    clock.clearTimeout(gcTimer);
    unsubscribe();
    unwatch?.();
    unwatch = undefined;
    session.dispose();
  }

  /** Goes on with a session that has the storage. */
  function replace(): void {
    const { isPending, isRestoring } = session.getSnapshot();
    if (!brought || isPending || isRestoring || commands > 0) return;
    const { create } = brought;
    brought = undefined;
    const state = session.isDisposable() ? undefined : session.toJSON();
    release();
    session = create(state);
    unsubscribe = follow();
    if (users.size > 0) unwatch = session.subscribe(tellUsers);
    changed();
    tellUsers();
  }

  function drop(): void {
    if (users.size > 0 || !session.isDisposable()) return;
    release();
    evicted();
  }

  function review(): void {
    // StrictMode, a new key and a list in a new order all leave and come back in one turn.
    if (users.size === 0 && commands === 0) turn ??= globalThis.setTimeout(look, 0);
  }

  function look(): void {
    turn = undefined;
    clock.clearTimeout(gcTimer);
    if (users.size > 0 || commands > 0) return;
    const stops = stopsWhenLeft && session.isOwn();
    stopsWhenLeft = false;
    // One that fails stands in the snapshot, for whoever comes next.
    if (stops) return void run((one) => one.stop()).catch(() => {});
    // From here on the monitor rests.
    unwatch?.();
    unwatch = undefined;
    if (!session.isDisposable()) return;
    if (!hasOutcome(session) || gcTime <= 0) drop();
    else if (gcTime < Infinity) gcTimer = clock.setTimeout(drop, gcTime);
  }

  function ended(): void {
    commands--;
    review();
    replace();
  }

  function run<R>(command: (session: SessionOf[S]) => R): R {
    commands++;
    let isOver = true;
    try {
      const result = command(session);
      if (result instanceof Promise) {
        isOver = false;
        result.then(ended, ended);
      }
      return result;
    } finally {
      if (isOver) ended();
    }
  }

  review();

  return {
    key,
    service,
    get session() {
      return session;
    },
    get users() {
      return users.size;
    },
    use(listener, stops = () => false) {
      const own = () => listener();
      clock.clearTimeout(gcTimer);
      if (users.size === 0) stopsWhenLeft = false;
      users.add(own);
      unwatch ??= session.subscribe(tellUsers);
      changed();
      return () => {
        if (!users.delete(own)) return;
        stopsWhenLeft ||= stops();
        changed();
        review();
      };
    },
    run,
    bring(options) {
      if (options.storage === undefined || options.storage === storage) return;
      if (storage !== undefined) {
        // Who comes back alone may have made its storage anew.
        if (users.size === 0) return;
        warnDeveloper(
          `@agora-edge: two storages were given for ${key}; the first one counts. Give all its users the same, best by the provider.`,
        );
        return;
      }
      storage = options.storage;
      brought = options;
      replace();
    },
    handOver() {
      if (users.size > 0 || session.isDisposable()) return null;
      const state = session.toJSON();
      release();
      evicted();
      return state;
    },
  };
}
