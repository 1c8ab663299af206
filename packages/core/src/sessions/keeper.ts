import { applyChange, joinChanges, type LedgerChange, type StoredRun } from "../machine/ledger.ts";
import { readRecord, recordText } from "../machine/record.ts";
import type { SessionService } from "../machine/types.ts";
import type { SessionStorage } from "./storage.ts";

type Done = (error?: unknown) => void;

/** Reads and writes the ledger of one key: one access after another, at once where the storage answers at once. */
export interface Keeper<S extends SessionService> {
  read(done: (runs: readonly StoredRun<S>[], error?: unknown) => void): void;
  /** Merges a change into what is stored. One that fails is part of the next. */
  write(change: LedgerChange<S>, done: Done): void;
  /** Calls `done` when everything is written. */
  flush(done: () => void): void;
}

/** Calls `granted` when nobody else changes this ledger; what it returns ends that. */
export type Lock = (granted: () => void) => () => void;

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

const nothing = { put: [], ended: [] } as const;

export function createKeeper<S extends SessionService>(
  service: S,
  key: string,
  storage: SessionStorage,
  lock: Lock,
): Keeper<S> {
  let last: Promise<unknown> | null = null;
  let isAsync = false;
  /** What has to be written and is not yet. An end that could not be written is left out: see `joinChanges`. */
  let pending: LedgerChange<S> = nothing;

  function run(access: () => unknown, done: (value: unknown, error?: unknown) => void): void {
    const now = () => {
      try {
        const result = access();
        if (!isPromise(result)) return done(result);
        const settled = Promise.resolve(result).then(
          (value) => done(value),
          (error: unknown) => done(undefined, error ?? new Error("The storage failed.")),
        );
        last = settled;
        return settled.finally(() => {
          if (last === settled) last = null;
        });
      } catch (error) {
        return done(undefined, error ?? new Error("The storage failed."));
      }
    };
    if (last === null) void now();
    else last = last.then(now);
  }

  function put(text: unknown, change: LedgerChange<S>): unknown {
    const next = recordText(service, applyChange(readRecord(service, text), change));
    return next === null ? storage.remove(key) : storage.set(key, next);
  }

  /** Between reading and writing nobody else may write; a storage that answers at once leaves no time for it. */
  async function putLocked(change: LedgerChange<S>): Promise<void> {
    let unlock = () => {};
    await new Promise<void>((resolve) => {
      unlock = lock(resolve);
    });
    try {
      await put(await storage.get(key), change);
    } finally {
      unlock();
    }
  }

  return {
    read: (done) =>
      run(
        () => storage.get(key),
        (text, error) => done(applyChange(readRecord(service, text), pending), error),
      ),
    write: (change, done) =>
      run(
        () => {
          const wanted = joinChanges(pending, change);
          pending = { put: wanted.put, ended: [] };
          const text = isAsync ? undefined : storage.get(key);
          isAsync ||= isPromise(text);
          return isAsync ? putLocked(wanted) : put(text, wanted);
        },
        (_, error) => {
          if (error === undefined) pending = nothing;
          done(error);
        },
      ),
    flush: (done) =>
      run(
        () => undefined,
        () => done(),
      ),
  };
}
