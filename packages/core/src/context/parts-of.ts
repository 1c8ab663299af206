import type { RateLimiter } from "../limiter/rate-limiter.ts";
import { spaceChecks } from "../limiter/space-checks.ts";
import { systemClock, type Clock } from "../runtime/clock.ts";
import type { Watch } from "./watch.ts";

/** What sessions use of the client that they are given. */
export interface ClientParts {
  readonly clock: Clock;
  /** What checks ask before they are sent; undefined where nothing limits them, or the limiter waits by itself. */
  readonly limiter: RateLimiter | undefined;
  readonly random: () => number;
  /** Of a client for pages. */
  readonly watch?: Watch;
}

const kept: WeakMap<object, ClientParts> = /* @__PURE__ */ new WeakMap();

export function keepParts(client: object, parts: ClientParts): void {
  kept.set(client, parts);
}

/** A client made by hand runs on the platform's clock, and its checks keep their distance. */
export function partsOf(client: object): ClientParts {
  return kept.get(client) ?? { clock: systemClock, limiter: spaceChecks(systemClock), random: Math.random };
}

/** The clock that a client was made with, by which its leases are measured; without a client that of the platform. */
export function clockOf(client: object | null | undefined): Clock {
  return (client && kept.get(client)?.clock) ?? systemClock;
}
