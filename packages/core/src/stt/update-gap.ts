import type { Clock } from "../runtime/clock.ts";
import { sleep } from "../runtime/sleep.ts";

/** The service wants so many milliseconds between a start and an update, and between two updates. */
const gap = 5000;

/** Longer than any call goes on repeating, in milliseconds. */
const memory = 300_000;

/** One call with its repeats: when, in the order of all updates, it was sent first. Empty to begin with. */
export interface UpdateCall {
  turn?: number;
}

export interface UpdateGap {
  /** Remembers that `id` was started just now. */
  started(id: string): void;
  /**
   * Waits until an update of `id` may be sent. False when a later call has changed it in the meantime, whose values a
   * repeat would undo. Rejects with the signal's reason when it aborts first.
   */
  wait(id: string, call: UpdateCall, startedAt: unknown, signal: AbortSignal | undefined): Promise<boolean>;
  /** A number that is greater than any that this process, or by the clock another one, has given before. */
  nextSequence(): number;
}

/** Keeps the distance between updates by waiting. */
export function createUpdateGap(clock: Clock): UpdateGap {
  const last = new Map<string, { time: number; turn: number }>();
  let turns = 0;
  let sequence = 0;
  const remember = (id: string, time: number, turn: number) => {
    for (const [known, entry] of last) if (entry.time + memory < time || entry.time > time) last.delete(known);
    last.set(id, { time, turn });
  };
  return {
    started: (id) => remember(id, clock.now(), 0),
    async wait(id, call, startedAt, signal) {
      // What lies in the future was measured by another clock, or before this one was set back: it counts as now.
      const start = typeof startedAt === "number" ? Math.min(startedAt || 0, clock.now()) : 0;
      for (;;) {
        if (signal?.aborted) throw signal.reason;
        const now = clock.now();
        const before = last.get(id);
        if (before && call.turn !== undefined && before.turn > call.turn) return false;
        if (before && before.time > now) before.time = now;
        const ready = Math.max(start, before?.time ?? 0) + gap;
        // Of several that waited, the first to wake goes; the others see it here. Nothing is reserved, so a wait that
        // is given up does not delay others.
        if (ready <= now) {
          call.turn ??= ++turns;
          remember(id, now, call.turn);
          return true;
        }
        await sleep(clock, ready - now, signal);
      }
    },
    nextSequence() {
      // Milliseconds grow across processes too, and stay safe integers.
      sequence = Math.max(sequence + 1, Math.floor(clock.now()));
      return sequence;
    },
  };
}
