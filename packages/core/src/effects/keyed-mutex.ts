import type { Clock } from "../runtime/clock.ts";

/** The part of `navigator.locks` that sessions use: one start at a time across the tabs of an origin. */
export interface SessionLocks {
  /** As `navigator.locks.request`: calls `granted` when nobody else holds the lock, and holds it until that settles. */
  request(name: string, options: { signal: AbortSignal }, granted: () => Promise<void>): Promise<unknown>;
}

/** Calls `granted` when nobody else has the lock, at once if so. Call what it returns when done, or to give up. */
export type Lock = (granted: () => void) => () => void;

/** One holder at a time for every key. */
export interface KeyedMutex {
  /** With `locks`, of all tabs; else of this process. */
  lock(key: string, locks: SessionLocks | undefined, granted: () => void): () => void;
}

/** Waits for the other tabs. Where locks do not work at all, as in some sandboxes, goes on without. */
function lockAcrossTabs(locks: SessionLocks, clock: Clock, key: string, granted: () => void): () => void {
  const given = new AbortController();
  let isDone = false;
  let release = () => {};
  let answered = () => {};
  clock.during?.(new Promise<void>((resolve) => (answered = resolve)));
  const hold = () =>
    new Promise<void>((resolve) => {
      answered();
      release = resolve;
      if (isDone) return resolve();
      granted();
    });
  const goOn = () => {
    answered();
    if (!isDone) granted();
  };
  try {
    locks.request(key, { signal: given.signal }, hold).catch(goOn);
  } catch {
    goOn();
  }
  return () => {
    isDone = true;
    given.abort();
    release();
  };
}

export function createKeyedMutex(clock: Clock): KeyedMutex {
  const queues = new Map<string, { run: () => void; unlock: () => void }[]>();
  return {
    lock(key, locks, granted) {
      const queue = queues.get(key) ?? [];
      queues.set(key, queue);
      const place = {
        run: () => {
          if (locks) place.unlock = lockAcrossTabs(locks, clock, key, granted);
          else granted();
        },
        unlock: () => {},
      };
      queue.push(place);
      if (queue[0] === place) place.run();
      return () => {
        const index = queue.indexOf(place);
        if (index < 0) return;
        queue.splice(index, 1);
        place.unlock();
        if (index > 0) return;
        if (queue[0]) queue[0].run();
        else queues.delete(key);
      };
    },
  };
}
