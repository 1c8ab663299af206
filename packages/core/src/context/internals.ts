import type { Auth } from "../auth/auth.ts";
import type { ClientContext } from "./context.ts";

/** What the proxy needs of the client that it is given, and what must not show when the client is printed. */
export interface ClientInternals {
  readonly context: ClientContext;
  readonly auth: Auth | undefined;
}

const kept = /* @__PURE__ */ new WeakMap<object, ClientInternals>();

export function keepInternals(client: object, internals: ClientInternals): void {
  kept.set(client, internals);
}

/** Undefined unless this copy of the package made the client. */
export function internalsOf(client: object): ClientInternals | undefined {
  return kept.get(client);
}
