import type { Handle, SessionService } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";

/** Sends one update. */
export type Send<S extends SessionService> = (handle: Handle<S>, options: CallOptions) => Promise<unknown>;

/** Updates of what runs, one after another: the service wants an answer before the next. */
export interface Changes<S extends SessionService> {
  /**
   * @param replaces one that replaces all of what an earlier one said takes the place of an earlier one that still waits, and
   *   both end with it
   */
  add(send: Send<S>, replaces?: string): Promise<void>;
}

export function createChanges<S extends SessionService>(carryOut: (send: Send<S>) => Promise<void>): Changes<S> {
  const waiting = new Map<string, { send: Send<S>; turn: Promise<void> }>();
  let last: Promise<unknown> = Promise.resolve();

  function queue(take: () => Send<S>): Promise<void> {
    const turn = last.then(() => carryOut(take()));
    last = turn.catch(() => {});
    return turn;
  }

  return {
    add(send, replaces) {
      if (replaces === undefined) return queue(() => send);
      const earlier = waiting.get(replaces);
      if (earlier) {
        earlier.send = send;
        return earlier.turn;
      }
      const turn = queue(() => {
        const latest = waiting.get(replaces)?.send ?? send;
        waiting.delete(replaces);
        return latest;
      });
      waiting.set(replaces, { send, turn });
      return turn;
    },
  };
}
