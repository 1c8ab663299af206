import type { MixClientRequest, StorageConfig } from "@agora-edge/core";
import { createTokenProvider, folderName } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { longestIdle } from "./limits.ts";
import { ownerOf } from "./users.ts";

/** Everything secret that a start needs. Made for every start, and kept nowhere. */
export async function secretsOfStart(
  env: Env,
  { cname, uid }: { cname: string; uid: string },
): Promise<{ token: string; storageConfig: StorageConfig }> {
  const tokenFor = createTokenProvider({ appId: env.AGORA_APP_ID, appCertificate: env.AGORA_APP_CERTIFICATE });
  return {
    token: await tokenFor(cname, Number(uid)),
    storageConfig: {
      vendor: 1,
      region: 7,
      bucket: env.STORAGE_BUCKET,
      accessKey: env.STORAGE_ACCESS_KEY,
      secretKey: env.STORAGE_SECRET_KEY,
      // Each user has a folder of their own.
      fileNamePrefix: [folderName(ownerOf(cname) ?? cname)],
    },
  };
}

/** What the Worker starts by itself: what is recorded, and how. */
export async function startBody(env: Env, { cname, uid }: { cname: string; uid: string }): Promise<MixClientRequest> {
  return {
    ...(await secretsOfStart(env, { cname, uid })),
    recordingConfig: { channelType: 0, maxIdleTime: longestIdle },
    recordingFileConfig: { avFileType: ["hls"] },
  };
}
