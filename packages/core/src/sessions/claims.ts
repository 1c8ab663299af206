import type { Clock } from "../runtime/clock.ts";

/** The part of `navigator.locks` that sessions use: one start at a time across the tabs of an origin. */
export interface SessionLocks {
  request(name: string, options: { signal: AbortSignal }, granted: () => Promise<void>): Promise<unknown>;
}

/** One start at a time for every key. */
export interface Claims {
  /** Calls `granted` when nobody else has the key, at once if so. Call what it returns when done, or to give up. */
  claim(key: string, locks: SessionLocks | undefined, granted: () => void): () => void;
}

/** Waits for the other tabs. Where locks do not work at all, as in some sandboxes, goes on without. */
function lock(locks: SessionLocks, clock: Clock, key: string, granted: () => void): () => void {
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

export function createClaims(clock: Clock): Claims {
  const lines = new Map<string, { run: () => void; unlock: () => void }[]>();
  return {
    claim(key, locks, granted) {
      const line = lines.get(key) ?? [];
      lines.set(key, line);
      const place = {
        run: () => {
          if (locks) place.unlock = lock(locks, clock, key, granted);
          else granted();
        },
        unlock: () => {},
      };
      line.push(place);
      if (line[0] === place) place.run();
      return () => {
        const index = line.indexOf(place);
        if (index < 0) return;
        line.splice(index, 1);
        place.unlock();
        if (index > 0) return;
        if (line[0]) line[0].run();
        else lines.delete(key);
      };
    },
  };
}
