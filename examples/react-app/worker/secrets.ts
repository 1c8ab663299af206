import type { StorageConfig } from "@agora-edge/core";
import { type Bucket, createS3Bucket } from "@agora-edge/core/files";
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
    fileNamePrefix: folderOf(cname),
    ...(env.STORAGE_ENDPOINT ? { extensionParams: { endpoint: env.STORAGE_ENDPOINT } } : {}),
  };
}

/** Where the files of a channel are in the bucket. */
export const folderOf = (cname: string): string[] => [folderName(cname)];

/** What tells the bucket's address besides `storageConfig`. */
export const placeOf = (env: Env) => ({ region: env.STORAGE_ENDPOINT_REGION });

/** The bucket, to play what is in it. */
export function bucketOf(env: Env): Bucket {
  const { STORAGE_READ_ACCESS_KEY: accessKey, STORAGE_READ_SECRET_KEY: secretKey } = env;
  const reader = accessKey && secretKey ? { accessKey, secretKey } : {};
  return createS3Bucket({ ...storageOf(env, ""), ...reader }, placeOf(env));
}

/** Makes the tokens with which recorders and bots enter a channel. */
export function tokensOf(env: Env): TokenProvider {
  return createTokenProvider({ appId: env.AGORA_APP_ID, appCertificate: env.AGORA_APP_CERTIFICATE });
}
