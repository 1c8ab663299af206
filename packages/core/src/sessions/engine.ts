import { partsOf } from "../client/parts-of.ts";
import type { RateLimiter } from "../limiter/rate-limiter.ts";
import type { Clock } from "../runtime/clock.ts";
import { createClaims, type Claims } from "./claims.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";

/** What the sessions of one client share. */
export interface Engine {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** What checks ask before they are sent; undefined where nothing limits them, or the limiter waits by itself. */
  readonly limiter: RateLimiter | undefined;
  readonly claims: Claims;
  /** Records of sessions that have no storage, by key, so that two of one key know of each other. */
  readonly board: Map<string, string>;
  /** Under which the limiter knows the checks of one session, in this process and elsewhere. */
  newPermitId(key: string): string;
  /** One more session of this key. What it returns says whether it was the last, when it leaves. */
  join(key: string): () => boolean;
}

const engines: WeakMap<object, Engine> = /* @__PURE__ */ new WeakMap();

export function engineOf(client: object): Engine {
  const known = engines.get(client);
  if (known) return known;
  const { clock, limiter, random } = partsOf(client);
  const scheduler = createScheduler(clock);
  let permits = 0;
  const users = new Map<string, number>();
  const engine: Engine = {
    clock,
    scheduler,
    limiter,
    claims: createClaims(clock),
    board: new Map(),
    newPermitId: (key) => `${key} ${++permits} ${random()}`,
    join(key) {
      users.set(key, (users.get(key) ?? 0) + 1);
      return () => {
        const left = (users.get(key) ?? 1) - 1;
        if (left > 0) users.set(key, left);
        else users.delete(key);
        return left <= 0;
      };
    },
  };
  engines.set(client, engine);
  return engine;
}
