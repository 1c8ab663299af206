import { warnDeveloper } from "../context/warning.ts";
import type { SessionService } from "../machine/types.ts";
import type { Clock } from "../runtime/clock.ts";
import { notify } from "../runtime/notify.ts";
import type { CacheEntry, EnsureOptions, Heritage, SessionOf } from "./cached-session.ts";
import type { SessionStorage } from "./session-storage.ts";

interface EntrySetup<S extends SessionService> extends EnsureOptions<S>, Heritage<S> {
  readonly clock: Clock;
  /** Called after every change of the session or of its users. */
  readonly changed: () => void;
  /** The session was disposed of. */
  readonly evicted: () => void;
}

const fiveMinutes = 300_000;

/** Whether a session, or its state, has something to show to a component that mounts later. */
function isOutcome(shown: object): boolean {
  return "status" in shown && (shown.status === "stopped" || shown.status === "failed");
}

const hasOutcome = (session: SessionOf[SessionService]) => isOutcome(session.getSnapshot());

/** What is over is no reason to fail where the new user of the key wants something else, such as another mode. */
function createFrom<S extends SessionService>(
  create: EnsureOptions<S>["create"],
  state: object | undefined,
): SessionOf[S] {
  try {
    return create(state);
  } catch (error) {
    if (state && isOutcome(state)) return create();
    throw error;
  }
}

/** A storage that cannot be read names nothing; the session that gets it says so when it has to. */
function whenRead(storage: SessionStorage | undefined, key: string, done: (isNamed: boolean) => void): void {
  const read = (text: unknown) => done((text ?? null) !== null);
  try {
    const text = storage?.get(key);
    if (typeof text === "object" && text !== null) void Promise.resolve(text).then(read, () => read(null));
    else read(text);
  } catch {
    read(null);
  }
}

export function createEntry<S extends SessionService>(setup: EntrySetup<S>): CacheEntry<S> {
  const { key, service, clock, adopted, changed, evicted, gcTime = fiveMinutes } = setup;
  const users = new Set<() => void>();
  const watchers = new Set<() => void>();
  let session = adopted ?? createFrom<S>(setup.create, setup.restore);
  let { storage } = setup;
  /** A storage, or a client, that is taken into use when nothing is under way any more. */
  let brought: EnsureOptions<S> | undefined = adopted && setup;
  let isLooking = false;
  let commands = 0;
  let stopsWhenLeft = false;
  let unwatch: (() => void) | undefined;
  let unsubscribe = follow();
  let turn: ReturnType<typeof setTimeout> | undefined;
  let gcTimer: unknown;

  /** Does not count as a user: it only has to know when the session can be evicted. */
  function follow(): () => void {
    const heard = () => {
      changed();
      review();
      replace();
    };
    return session.subscribe(heard, { watch: false });
  }

  const isSeen = () => users.size + watchers.size > 0;

  function tell(): void {
    for (const listener of [...users, ...watchers]) notify(listener, () => undefined);
  }

  /** Adds a listener that is told of every change. */
  function add(seeing: Set<() => void>, listener: () => void, left: () => void): () => void {
    const own = () => listener();
    clock.clearTimeout(gcTimer);
    seeing.add(own);
    unwatch ??= session.subscribe(tell);
    changed();
    return () => {
      if (!seeing.delete(own)) return;
      left();
      changed();
      review();
    };
  }

  function release(isKept = false): void {
    brought = undefined;
    clock.clearTimeout(gcTimer);
    unsubscribe();
    unwatch?.();
    unwatch = undefined;
    if (!isKept) session.dispose();
  }

  function isReady(): boolean {
    const { isPending, isRestoring } = session.getSnapshot();
    return brought !== undefined && !isPending && !isRestoring && commands === 0;
  }

  /** Goes on with a session that has the storage, or the client. */
  function replace(): void {
    if (!isReady() || isLooking) return;
    if (!session.isDisposable()) return become(session.toJSON());
    if (!hasOutcome(session)) return become(undefined);
    // What is over stays to be seen, unless the storage names something.
    isLooking = true;
    whenRead(storage, key, (isNamed) => {
      isLooking = false;
      if (isReady()) become(isNamed && session.isDisposable() ? undefined : session.toJSON());
    });
  }

  function become(state: object | undefined): void {
    if (!brought) return;
    const { create } = brought;
    brought = undefined;
    // Where that fails, because its options are for something else, what there is stays.
    const next = createFrom<S>(create, state);
    release();
    session = next;
    unsubscribe = follow();
    if (isSeen()) unwatch = session.subscribe(tell);
    changed();
    tell();
  }

  function drop(): void {
    if (isSeen() || !session.isDisposable()) return;
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
    // A failure is in the snapshot, for the next user.
    if (stops) return void run((one) => one.stop()).catch(() => {});
    if (watchers.size > 0) return;
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
    get storage() {
      return storage;
    },
    get users() {
      return users.size;
    },
    use(listener, stops = () => false) {
      if (users.size === 0) stopsWhenLeft = false;
      return add(users, listener, () => {
        stopsWhenLeft ||= stops();
      });
    },
    watch: (listener) => add(watchers, listener, () => {}),
    run,
    bring(options) {
      if (options.storage === undefined || options.storage === storage) return;
      if (storage !== undefined) {
        // A single user that comes back may have a new storage object.
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
      if (users.size > 0 || (session.isDisposable() && !hasOutcome(session))) return null;
      const { isPending, isRestoring } = session.getSnapshot();
      // What storage has to say is read by the next one.
      const heritage = isPending ? { adopted: session } : isRestoring ? null : { restore: session.toJSON() };
      release(isPending);
      evicted();
      // The other entry uses it from here on: nothing is stopped or dropped by this one.
      users.add(evicted);
      return heritage;
    },
  };
}
