import { systemClock, type Clock } from "../runtime/clock.ts";
import { internalsOf } from "./internals.ts";

/** The clock that a client was made with, by which its leases are measured; without a client that of the platform. */
export function clockOf(client: object | null | undefined): Clock {
  return (client && internalsOf(client)?.context.transport.clock) ?? systemClock;
}
