import { systemClock, type Clock } from "../runtime/clock.ts";

const clocks: WeakMap<object, Clock> = /* @__PURE__ */ new WeakMap();

export function keepClock(client: object, clock: Clock): void {
  clocks.set(client, clock);
}

/** The clock that a client was made with, by which its leases are measured; without a client that of the platform. */
export function clockOf(client: object | null | undefined): Clock {
  return (client && clocks.get(client)) ?? systemClock;
}
