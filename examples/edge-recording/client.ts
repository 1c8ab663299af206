import { basicAuth, createAgoraClient, type AgoraClient } from "@agora-edge/core";

export interface Env {
  AGORA_APP_ID: string;
  AGORA_CUSTOMER_ID: string;
  AGORA_CUSTOMER_SECRET: string;
  STORAGE_BUCKET: string;
  STORAGE_ACCESS_KEY: string;
  STORAGE_SECRET_KEY: string;
  /** What callers have to show. A real app looks at its own session instead: see `isAllowed`. */
  APP_TOKEN?: string;
  /** Only for trying it out: the address of a fake service. */
  AGORA_BASE_URL?: string;
}

let shared: AgoraClient | undefined;

/** One client for all requests, because it keeps to the ten requests a second that an App ID may send. */
export function clientOf(env: Env): AgoraClient {
  shared ??= createAgoraClient({
    appId: env.AGORA_APP_ID,
    auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
    ...(env.AGORA_BASE_URL ? { baseUrl: env.AGORA_BASE_URL } : { area: "EU" }),
  });
  return shared;
}
