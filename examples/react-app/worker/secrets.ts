import type { StorageConfig } from "@agora-edge/core";
import { createTokenProvider, folderName, type TokenProvider } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

// Everything that a start needs and a page must not see. Made for every start, and kept nowhere.

/** Where files go: give Agora keys that can only write. */
export function storageOf(env: Env, cname: string): StorageConfig {
  return {
    vendor: Number(env.STORAGE_VENDOR),
    region: Number(env.STORAGE_REGION),
    bucket: env.STORAGE_BUCKET,
    accessKey: env.STORAGE_ACCESS_KEY,
    secretKey: env.STORAGE_SECRET_KEY,
    // Each channel has a folder of its own.
    fileNamePrefix: [folderName(cname)],
  };
}

/** Makes the tokens with which recorders and bots enter a channel. */
export function tokensOf(env: Env): TokenProvider {
  return createTokenProvider({ appId: env.AGORA_APP_ID, appCertificate: env.AGORA_APP_CERTIFICATE });
}
