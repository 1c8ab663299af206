import type { Clock, RateLimiter } from "@agora-edge/core";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";
import { type Lane, tolerance } from "./slots.ts";

/** Where everything is always late, waiting longer does not help. */
const lastTurn = 4;

/** Waits `ms` by the clock; rejects at once when the signal aborts. */
function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(resolve, ms);
    const giveUp = () => {
      clock.clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

/** Lets a client wait for its turn among all isolates. Whoever waits has a timer of their own. */
export function sharedLimit(env: Env, lane: Lane): RateLimiter {
  const clock = clockOf(env);
  return {
    async take(deadline, signal) {
      for (let turn = 1; ; turn += 1) {
        signal?.throwIfAborted();
        const asked = clock.now();
        const wait = await env.ACCOUNT.getByName(env.AGORA_APP_ID).takeTurn(lane, deadline - asked);
        if (wait === null) return false;
        await pause(clock, wait, signal);
        // Who comes too late for their turn would crowd the one of others: a machine that was busy wakes many at once.
        if (clock.now() - asked - wait < tolerance || turn === lastTurn) return true;
      }
    },
  };
}
