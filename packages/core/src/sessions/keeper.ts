import { idsIn, readRecord, type SessionRecord } from "../machine/record.ts";
import type { SessionService } from "../machine/types.ts";
import type { SessionStorage } from "./storage.ts";

type Done = (error?: unknown) => void;

/** Reads and writes the record of one session: one access after another, at once where the storage answers at once. */
export interface Keeper<S extends SessionService> {
  read(done: (record: SessionRecord<S> | null, error?: unknown) => void): void;
  /**
   * @param isClaimed nobody else writes now: what is there may be replaced. Otherwise only what is about the same run:
   * another tab may have started the next one.
   */
  write(record: SessionRecord<S> | null, isClaimed: boolean, done: Done): void;
  /** Calls `done` when everything is written. */
  flush(done: () => void): void;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

export function createKeeper<S extends SessionService>(service: S, key: string, storage: SessionStorage): Keeper<S> {
  let last: Promise<unknown> | null = null;

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

  let own: readonly string[] = [];

  return {
    read: (done) =>
      run(
        () => storage.get(key),
        (text, error) => {
          const record = readRecord(service, text);
          own = idsIn(record);
          done(record, error);
        },
      ),
    write: (record, isClaimed, done) =>
      run(
        () => {
          const mine = new Set([...own, ...idsIn(record)]);
          const put = () => {
            own = idsIn(record);
            return record === null ? storage.remove(key) : storage.set(key, JSON.stringify(record));
          };
          const putOver = (text: unknown) => {
            const there = idsIn(readRecord(service, text));
            return there.every((id) => mine.has(id)) ? put() : undefined;
          };
          if (isClaimed) return put();
          const text = storage.get(key);
          return isPromise(text) ? text.then(putOver) : putOver(text);
        },
        (_, error) => done(error),
      ),
    flush: (done) =>
      run(
        () => undefined,
        () => done(),
      ),
  };
}
