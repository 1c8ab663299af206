import type { Clock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";

/** The service wants so many milliseconds between a start and an update, and between two updates. */
const gap = 5000;

export interface UpdateGap {
  /** Remembers that `id` was started just now. */
  started(id: string): void;
  /** Waits until an update of `id` may be sent; rejects with the signal's reason when it aborts first. */
  wait(id: string, startedAt: number | undefined, signal: AbortSignal | undefined): Promise<void>;
  /** A number that is greater than any that this or, by the clock, another process has given before. */
  nextSequence(): number;
}

/** Keeps the distance between updates by waiting. Remembers only the last five seconds. */
export function createUpdateGap(clock: Clock): UpdateGap {
  const last = new Map<string, number>();
  let sequence = 0;
  return {
    started: (id) => void last.set(id, clock.now()),
    async wait(id, startedAt, signal) {
      signal?.throwIfAborted();
      const now = clock.now();
      for (const [known, time] of last) if (time + gap < now) last.delete(known);
      // A start that lies in the future was measured by another clock: more than one gap it cannot ask for.
      const sinceStart = Math.min(startedAt ?? 0, now) + gap;
      const sinceUpdate = (last.get(id) ?? 0) + gap;
      const time = Math.max(now, sinceStart, sinceUpdate);
      last.set(id, time);
      if (time > now) await sleep(clock, time - now, signal);
    },
    nextSequence() {
      // Milliseconds grow across processes too, and stay safe integers.
      sequence = Math.max(sequence + 1, Math.floor(clock.now()));
      return sequence;
    },
  };
}
