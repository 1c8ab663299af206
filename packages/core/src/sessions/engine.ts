import { internalsOf } from "../client/internals.ts";
import { clockOf } from "../client/clock-of.ts";
import type { Clock } from "../runtime/clock.ts";
import { createClaims, type Claims } from "./claims.ts";
import { createQuota, type Quota } from "./quota.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";

/** What the sessions of one client share. */
export interface Engine {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly quota: Quota;
  readonly claims: Claims;
  /** Records of sessions that have no storage, by key, so that two of one key know of each other. */
  readonly board: Map<string, string>;
  /** One more session of this key. What it returns says whether it was the last, when it leaves. */
  join(key: string): () => boolean;
}

const engines: WeakMap<object, Engine> = /* @__PURE__ */ new WeakMap();

/** A client made by hand runs on the platform's clock, with the documented quota. */
export function engineOf(client: object): Engine {
  const known = engines.get(client);
  if (known) return known;
  const context = internalsOf(client)?.context;
  const clock = clockOf(client);
  const rateLimit = context ? context.rateLimit : { limit: 10 };
  const scheduler = createScheduler(clock);
  const quota = createQuota(rateLimit, scheduler, clock);
  const users = new Map<string, number>();
  const engine: Engine = {
    clock,
    scheduler,
    quota,
    claims: createClaims(clock),
    board: new Map(),
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
