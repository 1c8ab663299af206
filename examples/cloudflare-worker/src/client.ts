import { type AgoraClient, basicAuth, createAgoraClient } from "@agora-edge/core";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";
import { sharedLimit } from "./shared-limit.ts";
import type { Lane } from "./slots.ts";

/** A client whose requests take their turn among those of all isolates. */
export function clientOf(env: Env, lane: Lane, maxElapsed: number): AgoraClient {
  const { AGORA_BASE_URL, AGORA_AREA } = env;
  return createAgoraClient({
    appId: env.AGORA_APP_ID,
    auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
    ...(AGORA_BASE_URL ? { baseUrl: AGORA_BASE_URL } : AGORA_AREA ? { area: AGORA_AREA } : {}),
    rateLimit: sharedLimit(env, lane),
    clock: clockOf(env),
    maxElapsed,
  });
}
