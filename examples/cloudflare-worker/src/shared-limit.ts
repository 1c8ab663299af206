import type { RateLimiter } from "@agora-edge/core";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";
import type { Lane } from "./slots.ts";

/** Lets a client wait for its turn among all isolates. Whoever waits has a timer of their own. */
export function sharedLimit(env: Env, lane: Lane): RateLimiter {
  const clock = clockOf(env);
  return {
    async take(deadline, signal) {
      signal?.throwIfAborted();
      const wait = await env.ACCOUNT.getByName(env.AGORA_APP_ID).takeTurn(lane, deadline - clock.now());
      if (wait === null) return false;
      await new Promise<void>((resolve, reject) => {
        const timer = clock.setTimeout(resolve, wait);
        const giveUp = () => {
          clock.clearTimeout(timer);
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", giveUp, { once: true });
      });
      return true;
    },
  };
}
