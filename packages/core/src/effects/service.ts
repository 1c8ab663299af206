import type { RequestPriority } from "../limiter/rate-limiter.ts";
import type { Handle, Intent, Lease, SessionService, SessionTypes, Target } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";

export interface CheckOptions extends CallOptions {
  readonly priority: RequestPriority;
  /** It has its permit from the limiter already. */
  readonly hasPermit: boolean;
}

/** The operations of one service that a life cycle is made of. */
export interface ServicePort<S extends SessionService> {
  acquire(target: Target<S>, options: CallOptions): Promise<Lease<S>>;
  start(intent: Intent<S>, body: unknown, options: CallOptions): Promise<Handle<S>>;
  query(handle: Handle<S>, options: CheckOptions): Promise<SessionTypes[S]["queried"]>;
  stop(handle: Handle<S>, options: CallOptions): Promise<SessionTypes[S]["stopped"]>;
}
