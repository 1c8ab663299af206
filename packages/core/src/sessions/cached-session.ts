import type { SessionService } from "../machine/types.ts";
import type { Clock } from "../runtime/clock.ts";
import type { RecordingSession } from "./recording-session.ts";
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

export interface CachedSessionSetup<S extends SessionService> {
  readonly key: string;
  readonly service: S;
  readonly session: SessionOf[S];
  readonly clock: Clock;
  /** For how many ms the outcome is kept once nobody uses the session. */
  readonly gcTime: number;
  /** Called after every change of the session or of its users. */
  readonly changed: () => void;
  /** The session was disposed of. */
  readonly evicted: () => void;
}

/** What somebody may want to see who comes back. */
function hasOutcome(session: SessionOf[SessionService]): boolean {
  const { status } = session.getSnapshot();
  return status === "stopped" || status === "failed";
}

export function createCachedSession<S extends SessionService>(setup: CachedSessionSetup<S>): CachedSession<S> {
  const { key, service, session, clock, gcTime, changed, evicted } = setup;
  const users = new Set<() => void>();
  let commands = 0;
  let stopsWhenLeft = false;
  let unwatch: (() => void) | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let gcTimer: unknown;

  // Not as somebody who looks: it only has to know when the session can go.
  const unsubscribe = session.subscribe(
    () => {
      changed();
      review();
    },
    { watch: false },
  );

  function drop(): void {
    clock.clearTimeout(gcTimer);
    if (users.size > 0 || !session.isDisposable()) return;
    unsubscribe();
    session.dispose();
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
    session,
    get users() {
      return users.size;
    },
    use(listener, stops = () => false) {
      const own = () => listener();
      clock.clearTimeout(gcTimer);
      if (users.size === 0) stopsWhenLeft = false;
      users.add(own);
      unwatch ??= session.subscribe(() => {
        for (const each of users) each();
      });
      changed();
      return () => {
        if (!users.delete(own)) return;
        stopsWhenLeft ||= stops();
        changed();
        review();
      };
    },
    run,
  };
}
