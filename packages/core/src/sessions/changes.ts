import { invalidState } from "../machine/failures.ts";
import { isSameRun } from "../machine/identity.ts";
import type { Handle, SessionService } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";

/** Sends one update. */
export type Send<S extends SessionService> = (handle: Handle<S>, options: CallOptions) => Promise<unknown>;

/** Updates of what runs, one after another: the service wants an answer before the next. */
export interface Changes<S extends SessionService> {
  /**
   * Rejects when the run that it was made for is over before its turn: the next run gets none of it.
   *
   * @param replaces one that replaces all of what an earlier one said takes the place of an earlier one that still waits, and
   *   both end with it
   */
  add(send: Send<S>, replaces?: string): Promise<void>;
}

export interface ChangesSetup<S extends SessionService> {
  /** What can be changed now; null where nothing runs. */
  readonly current: () => Handle<S> | null;
  readonly carryOut: (send: Send<S>, handle: Handle<S>) => Promise<void>;
}

/** The changes of one run. */
interface Line<S extends SessionService> {
  readonly run: Handle<S>;
  readonly waiting: Map<string, { send: Send<S>; turn: Promise<void> }>;
  last: Promise<unknown>;
}

const nothingRuns = () => invalidState("Nothing runs that could be changed.");

export function createChanges<S extends SessionService>({ current, carryOut }: ChangesSetup<S>): Changes<S> {
  let line: Line<S> | null = null;

  function queue(of: Line<S>, take: () => Send<S>): Promise<void> {
    const turn = of.last.then(() => {
      const send = take();
      const handle = current();
      if (handle === null || !isSameRun(handle, of.run)) throw nothingRuns();
      return carryOut(send, handle);
    });
    of.last = turn.catch(() => {});
    return turn;
  }

  return {
    async add(send, replaces) {
      const run = current();
      if (run === null) throw nothingRuns();
      if (line === null || !isSameRun(line.run, run)) line = { run, waiting: new Map(), last: Promise.resolve() };
      if (replaces === undefined) return queue(line, () => send);
      const { waiting } = line;
      const earlier = waiting.get(replaces);
      if (earlier) {
        earlier.send = send;
        return earlier.turn;
      }
      const turn = queue(line, () => {
        const latest = waiting.get(replaces)?.send ?? send;
        waiting.delete(replaces);
        return latest;
      });
      waiting.set(replaces, { send, turn });
      return turn;
    },
  };
}
