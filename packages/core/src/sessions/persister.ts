import type { Lock } from "../effects/keyed-mutex.ts";
import type { LedgerStorage } from "../effects/ledger-storage.ts";
import type { StoredRun } from "../machine/ledger.ts";
import { applyChange, joinChanges, type LedgerChange } from "../machine/ledger-change.ts";
import { isNewer, parse, readRecord, recordText } from "../machine/record.ts";
import type { SessionService } from "../machine/types.ts";
import type { Clock } from "../runtime/clock.ts";
import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
import type { SessionStorage } from "./session-storage.ts";

function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === "object" && value !== null && "then" in value;
}

const later = "The record in storage was written by a later version of this package.";
const nothing = { put: [], ended: [] } as const;

/** A storage that takes longer does not work, in ms. */
const longest = 10_000;

async function answerOf<T>(clock: Clock, access: PromiseLike<T>): Promise<T> {
  const answer = await withTimeout(Promise.resolve(access), clock, longest, undefined);
  if (answer === timedOut) throw new Error(`The storage did not answer within ${longest / 1000} s.`);
  return answer;
}

export interface PersisterSetup<S extends SessionService> {
  readonly service: S;
  readonly key: string;
  readonly storage: SessionStorage;
  /** False: a storage that fails is done without. */
  readonly isRequired: boolean;
  /** Keeps others from changing this ledger. */
  readonly lock: Lock;
  readonly clock: Clock;
}

/** Reads and writes the ledger of one key: one access after another, at once where the storage answers at once. */
export function createPersister<S extends SessionService>(setup: PersisterSetup<S>): LedgerStorage<S> {
  const { service, key, storage, isRequired, lock, clock } = setup;
  let last: Promise<unknown> | null = null;
  let isAsync = false;
  /** What has to be written and is not yet. An end that could not be written is left out: see `joinChanges`. */
  let pending: LedgerChange<S> = nothing;
  /** What storage was given last, or had: most often it still has it, and nothing has to be read again. */
  let known: { readonly text: unknown; readonly runs: readonly StoredRun<S>[] } = { text: null, runs: [] };

  function run<T>(access: () => T | PromiseLike<T>, done: (value: T | undefined, error?: unknown) => void): void {
    const fail = (error: unknown) => done(undefined, error ?? new Error("The storage failed."));
    const now = () => {
      try {
        const result = access();
        if (!isPromise(result)) return done(result);
        const settled = answerOf(clock, result).then((value) => done(value), fail);
        last = settled;
        return settled.finally(() => {
          if (last === settled) last = null;
        });
      } catch (error) {
        return fail(error);
      }
    };
    if (last === null) void now();
    else last = last.then(now);
  }

  function stored(text: unknown): readonly StoredRun<S>[] {
    if (known.text === text) return known.runs;
    const json = parse(text);
    if (isNewer(json)) throw new Error(later);
    return readRecord(service, json);
  }

  function put(text: unknown, change: LedgerChange<S>): unknown {
    const runs = applyChange(stored(text), change);
    const next = recordText(service, runs);
    known = { text: next, runs };
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

  const persister: LedgerStorage<S> = {
    read: (done) =>
      run(
        () => {
          const text = storage.get(key);
          return isPromise(text) ? text.then(stored) : stored(text);
        },
        (runs, error) => (runs ? done(applyChange(runs, pending)) : done(null, isRequired ? error : undefined)),
      ),
    readForStart: (done) =>
      persister.write(nothing, (error) => (error === undefined ? persister.read(done) : done(null, error))),
    write: (change, done) =>
      run(
        () => {
          const wanted = pending === nothing ? change : joinChanges(pending, change);
          if (wanted.put.length + wanted.ended.length === 0) return undefined;
          pending = { put: wanted.put, ended: [] };
          const text = isAsync ? undefined : storage.get(key);
          isAsync ||= isPromise(text);
          return isAsync ? putLocked(wanted) : put(text, wanted);
        },
        (_, error) => {
          if (error === undefined) pending = nothing;
          done(isRequired ? error : undefined);
        },
      ),
    flush: (done) =>
      run(
        () => undefined,
        () => done(),
      ),
  };
  return persister;
}
