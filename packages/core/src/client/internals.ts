import type { Clock } from "../runtime/clock.ts";
import type { RateLimit } from "../transport/rate-limit.ts";

/** What sessions need of a client besides its operations. A client that somebody wrote by hand has none of it. */
export interface ClientInternals {
  readonly clock: Clock;
  /** Undefined: no limit. */
  readonly rateLimit: RateLimit | undefined;
}

/** By a symbol that all copies of this package share. */
const internals: unique symbol = /* @__PURE__ */ Symbol.for("@agora-edge/internals") as never;

/** Not enumerable: a client is spread and logged without it. */
export function withInternals<Client extends object>(client: Client, value: ClientInternals): Client {
  return Object.defineProperty(client, internals, { value });
}

export function internalsOf(client: object): ClientInternals | undefined {
  return (client as { [internals]?: ClientInternals })[internals];
}
