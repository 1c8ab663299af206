import type { Auth } from "../auth/auth.ts";
import type { Clock } from "../runtime/clock.ts";
import type { HeadersOption } from "./authorize.ts";
import type { Exchanging } from "./exchange.ts";
import type { HostPool } from "./hosts.ts";
import type { Middleware } from "./middleware.ts";
import type { TransportHooks } from "./observe.ts";
import type { CredentialsMode } from "../runtime/fetch-types.ts";
import type { RateLimiter, WaitingRateLimiter } from "../limiter/rate-limiter.ts";
import type { RetryOptions } from "./retry.ts";

/** Everything that the pipeline needs to know, with all defaults filled in. */
export interface PipelineConfig extends TransportHooks {
  readonly hosts: HostPool;
  readonly auth: Auth | undefined;
  readonly appId: string;
  readonly headers?: HeadersOption | undefined;
  readonly credentials?: CredentialsMode | undefined;
  readonly exchange: Exchanging;
  readonly maxElapsed?: number | undefined;
  readonly retry: RetryOptions | false;
  readonly limiter: RateLimiter | WaitingRateLimiter | undefined;
  readonly use: readonly Middleware[];
  readonly clock: Clock;
  readonly random: () => number;
}
