import type { Auth } from "../auth/auth.ts";
import type { RateLimit, RateLimiter, WaitingRateLimiter } from "../limiter/rate-limiter.ts";
import type { Clock } from "../runtime/clock.ts";
import type { CredentialsMode, FetchLike } from "../runtime/fetch-types.ts";
import type { HeadersOption } from "../pipeline/authorize.ts";
import type { KyLike } from "../pipeline/ky-instance.ts";
import type { TransportHooks } from "../pipeline/observe.ts";
import type { AgoraArea } from "../pipeline/hosts.ts";
import type { Middleware } from "../pipeline/middleware.ts";
import type { RetryOptions } from "../pipeline/retry.ts";
import type { RequestWarning } from "./warning.ts";

/** Options of `createAgoraClient` and of the clients of one service. */
export interface AgoraClientOptions extends TransportHooks {
  /** The App ID of the project. No secret: a page may hold it. */
  appId: string;
  /**
   * `basicAuth(…)` or `tokenAuth(…)`. Without it, `baseUrl` is your own proxy. In a page take `createPageClient` of
   * `@agora-edge/core/page` for that, which makes pages half as large; this one checks requests and has hooks there too.
   */
  auth?: Auth | undefined;
  /**
   * Where this code runs: picks regional hosts with failover. Excludes `baseUrl`.
   * Default: `api.agora.io`, then `api.sd-rtn.com`.
   */
  area?: AgoraArea | undefined;
  /** One host or a proxy (`https://…` or, in a page, `/api/agora`). Excludes `area`. */
  baseUrl?: string | undefined;
  /** Headers of your own for every request, e.g. for the app's proxy; a function is asked once per request. */
  headers?: HeadersOption | undefined;
  /** Passed to `fetch`, for a proxy that reads cookies. */
  credentials?: CredentialsMode | undefined;
  /** Default: that of `ky`, else the global `fetch`, looked up at every request. */
  fetch?: FetchLike | undefined;
  /**
   * A ky instance of your own (ky 2), through which every request is sent: its hooks, headers and `fetch` count, such as those
   * that add a session token or get a new one after a 401. Time-outs, hosts and repeats are this client's; `retry.limit` is how
   * often an `afterResponse` hook may ask for a repeat with `ky.retry()`.
   */
  ky?: KyLike | undefined;
  /** Your own parts in the way of each call, the outermost first: for tracing, headers, caches, errors. */
  use?: readonly Middleware[] | undefined;
  /** Milliseconds for one attempt. Default 10,000; a synchronous `stop` has 30,000. */
  timeout?: number | undefined;
  /** Milliseconds for a whole call with its repeats. Default 60,000, or `timeout` where that is longer. */
  maxElapsed?: number | undefined;
  /** `false`, or a policy that tunes the documented repeats. */
  retry?: RetryOptions | false | undefined;
  /**
   * Requests per second and client. Default: the documented 10 per App ID. A number is short for `{ limit }`; an object with
   * `tryAcquire` is a limiter of your own, such as a `createRateLimiter` that many processes ask.
   */
  rateLimit?: number | RateLimit | RateLimiter | WaitingRateLimiter | false | undefined;
  /** Default: the platform's. */
  clock?: Clock | undefined;
  /** 0 to below 1, for the jitter of repeats. Default `Math.random`. */
  random?: (() => number) | undefined;
  /**
   * Allows `basicAuth` in a page or its workers. Everybody who opens the page then owns the account's recordings: for local
   * tools only. A REST token (`tokenAuth`) is not refused there: it opens as much, until it expires.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Hears of what the service may take and what probably does not do what was meant: a field in the wrong object, a uid that
   * nobody can have. Told without values. Default: one line for each on the console, in a page only on this machine
   * (`localhost`); `() => {}` is silent.
   */
  onWarning?: ((warning: RequestWarning) => unknown) | undefined;
  /** Refuses what would be warned of, as `invalid-request`. Default false. */
  strict?: boolean | undefined;
  /** Field names that are sent as given although they look like a slip of a known name, or are known elsewhere. */
  allowFields?: readonly string[] | undefined;
}
