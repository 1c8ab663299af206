import type { Handle, Intent, Lease, SessionService, SessionTypes, Target } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { PrepareContext } from "./options.ts";

/** Of a check that has its permit from the limiter already. */
export interface CheckOptions extends CallOptions {
  readonly hasPermit: boolean;
}

/** How a session reaches its service. */
export interface SessionPorts<S extends SessionService> {
  /** Whom it is for, by the options of now. */
  target(): Target<S>;
  /** The request body of a start; asked once per start. */
  prepare(context: PrepareContext): unknown;
  acquire(target: Target<S>, options: CallOptions): Promise<Lease<S>>;
  start(intent: Intent<S>, body: unknown, options: CallOptions): Promise<Handle<S>>;
  query(handle: Handle<S>, options: CheckOptions): Promise<SessionTypes[S]["queried"]>;
  stop(handle: Handle<S>, options: CallOptions): Promise<SessionTypes[S]["stopped"]>;
}
