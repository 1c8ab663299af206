import type { Session, SessionService, SessionSnapshot } from "@agora-edge/core";
import { idle, isIdle } from "./idle.ts";
import { isOver, waits } from "./is-over.ts";

/** How long a session is kept, besides for who uses it. */
export interface EntryPolicy {
  /** Another session can read what it leaves behind. */
  readonly isStored: boolean;
  /** It gets new leases while somebody subscribes. */
  readonly renews: boolean;
}

/** A session and who uses it: one subscription to it, however many components. */
export interface Entry<S extends SessionService, T extends Session<S>> {
  readonly session: T;
  getSnapshot(): SessionSnapshot<S>;
  /**
   * A component uses the session until it calls the returned function.
   *
   * @param stops asked when it leaves: whether the session shall stop, should nobody be left
   */
  join(listener: () => void, stops: () => boolean): () => void;
  /** Runs a command, also when nobody uses the session. */
  run<R>(command: (session: T) => Promise<R>): Promise<R>;
  /** For what is done at once. */
  act(command: (session: T) => void): void;
  /** Nobody uses it, and it ended without showing anything new: who comes now gets another one. */
  isSpent(): boolean;
  /** Lets go of the session if nobody needs it, but not before who left in this turn could come back. */
  review(): void;
}

/** @param evict forget this entry */
export function createEntry<S extends SessionService, T extends Session<S>>(
  session: T,
  policy: EntryPolicy,
  evict: () => void,
): Entry<S, T> {
  const users = new Set<() => void>();
  let stopsWhenLeft = false;
  let unsubscribe: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function changed(): void {
    for (const listener of users) listener();
    if (users.size === 0) review();
  }

  function attach(): void {
    unsubscribe ??= session.subscribe(changed);
  }

  function detach(): void {
    unsubscribe?.();
    unsubscribe = undefined;
  }

  function review(): void {
    // StrictMode, a new key and a list in a new order all leave and come back in one turn.
    timer ??= globalThis.setTimeout(look, 0);
  }

  function look(): void {
    timer = undefined;
    if (users.size > 0) return;
    if (stopsWhenLeft) {
      stopsWhenLeft = false;
      // A stop that failed stands in the snapshot, for who comes next.
      run((one) => one.stop()).catch(() => {});
      return;
    }
    if (isOver(session, policy.isStored)) {
      detach();
      session.dispose();
      evict();
    } else if (!waits(session, policy.renews)) {
      // So that its monitor rests.
      detach();
    }
  }

  async function run<R>(command: (session: T) => Promise<R>): Promise<R> {
    try {
      return await command(session);
    } finally {
      if (users.size === 0) review();
    }
  }

  attach();
  review();

  return {
    session,
    getSnapshot() {
      const snapshot = session.getSnapshot();
      return isIdle(snapshot) ? idle : snapshot;
    },
    join(listener, stops) {
      const own = () => listener();
      if (users.size === 0) stopsWhenLeft = false;
      users.add(own);
      attach();
      return () => {
        if (!users.delete(own)) return;
        stopsWhenLeft ||= stops();
        if (users.size === 0) review();
      };
    },
    run,
    act(command) {
      command(session);
      if (users.size === 0) review();
    },
    isSpent: () => users.size === 0 && timer === undefined && isOver(session, policy.isStored),
    review,
  };
}
