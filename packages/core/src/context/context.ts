import { createRateLimiter } from "../limiter/priority-limiter.ts";
import type { RateLimiter, WaitingRateLimiter } from "../limiter/rate-limiter.ts";
import { systemClock, type Clock } from "../runtime/clock.ts";
import { createExchange } from "../pipeline/exchange.ts";
import { createHostPool, globalHostsOf, hostsOf } from "../pipeline/hosts.ts";
import { createPipeline, type Pipeline } from "../pipeline/pipeline.ts";
import { checkOptions } from "./check-options.ts";
import type { AgoraClientOptions } from "./options.ts";
import { createWarn, type RequestWarning } from "./warning.ts";

/** What the resources of one client share. */
export interface ClientContext {
  readonly appId: string;
  readonly transport: Pipeline;
  /** For services without regional hosts. */
  readonly globalTransport: Pipeline;
  /** Milliseconds for one attempt, where neither the call nor the operation says otherwise. */
  readonly timeout: number | undefined;
  readonly allowFields: readonly string[];
  /** Warnings are refusals. */
  readonly strict: boolean;
  readonly warn: (warning: RequestWarning) => void;
  /** What requests wait for; undefined where nothing limits them. */
  readonly limiter: RateLimiter | WaitingRateLimiter | undefined;
  /** 0 to below 1. */
  readonly random: () => number;
  /** The other side is the app's own proxy. */
  readonly isProxied: boolean;
}

function limiterOf(rateLimit: NonNullable<AgoraClientOptions["rateLimit"]>, clock: Clock): ClientContext["limiter"] {
  if (rateLimit === false) return undefined;
  if (typeof rateLimit === "number") return createRateLimiter({ limit: rateLimit }, clock);
  return "limit" in rateLimit ? createRateLimiter(rateLimit, clock) : rateLimit;
}

/** Checks the options and fills in the defaults. Neither sends nor waits: legal at a Worker's module scope. */
export function createContext(options: AgoraClientOptions): ClientContext {
  checkOptions(options);
  const { appId, auth, area, baseUrl, rateLimit = 10, retry = {}, clock = systemClock } = options;
  const { use = [], random = Math.random, allowFields = [], strict = false } = options;
  const limiter = limiterOf(rateLimit, clock);
  const isProxied = auth === undefined;
  const shared = {
    ...options,
    auth,
    // A page's answers come from its own proxy, which has bounded them.
    exchange: createExchange({ ky: options.ky, fetch: options.fetch, isBounded: !isProxied }),
    retry,
    limiter,
    use,
    clock,
    random,
  };
  const over = (hosts: readonly string[]) =>
    createPipeline({ ...shared, hosts: createHostPool(baseUrl === undefined ? hosts : [baseUrl]) });
  const transport = over(hostsOf(area));
  const globalTransport = over(globalHostsOf(area));
  return {
    appId,
    transport,
    globalTransport,
    // A proxy repeats for up to a minute before it answers.
    timeout: options.timeout ?? (isProxied ? 65_000 : undefined),
    allowFields,
    strict,
    warn: createWarn(options.onWarning),
    limiter,
    random,
    isProxied,
  };
}
