import { partsOf } from "../context/parts-of.ts";
import type { RateLimiter } from "../limiter/rate-limiter.ts";
import type { Clock } from "../runtime/clock.ts";
import { createKeyedMutex, type KeyedMutex } from "../effects/keyed-mutex.ts";
import { createMemoryStorage } from "./storage.ts";
import type { SessionStorage } from "./session-storage.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";

/** What the sessions of one client share. */
export interface SharedContext {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** What checks ask before they are sent. */
  readonly limiter: RateLimiter | undefined;
  readonly mutex: KeyedMutex;
  /** Records of sessions that have no storage, by key, so that two of one key know of each other. */
  readonly memory: SessionStorage;
  /** A name that no other session has, in this process or elsewhere. */
  newName(): string;
  /** One more session of this key. What it returns says whether it was the last, when it leaves. */
  join(key: string): () => boolean;
}

const contexts: WeakMap<object, SharedContext> = /* @__PURE__ */ new WeakMap();

export function sharedContextOf(client: object): SharedContext {
  const known = contexts.get(client);
  if (known) return known;
  const { clock, limiter, random } = partsOf(client);
  const scheduler = createScheduler(clock);
  let names = 0;
  const users = new Map<string, number>();
  const shared: SharedContext = {
    clock,
    scheduler,
    limiter,
    mutex: createKeyedMutex(clock),
    memory: createMemoryStorage(),
    newName: () => `${++names} ${random()}`,
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
  contexts.set(client, shared);
  return shared;
}
