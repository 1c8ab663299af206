import { type AgoraClient, basicAuth, createAgoraClient } from "@agora-edge/core";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";

/** A client whose requests take their turn among those of all isolates. */
export function clientOf(env: Env, maxElapsed: number): AgoraClient {
  const { AGORA_BASE_URL, AGORA_AREA } = env;
  const account = () => env.ACCOUNT.getByName(env.AGORA_APP_ID);
  return createAgoraClient({
    appId: env.AGORA_APP_ID,
    auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
    ...(AGORA_BASE_URL ? { baseUrl: AGORA_BASE_URL } : AGORA_AREA ? { area: AGORA_AREA } : {}),
    rateLimit: {
      tryAcquire: (request) => account().tryAcquire(request),
      cancel: (id) => account().cancel(id),
    },
    clock: clockOf(env),
    maxElapsed,
  });
}
