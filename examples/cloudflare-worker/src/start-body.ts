import type { MixClientRequest, StorageConfig } from "@agora-edge/core";
import { createTokenProvider } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

/** Everything secret that a start needs. Made for every start, and kept nowhere. */
export async function secretsOfStart(
  env: Env,
  { cname, uid, folder }: { cname: string; uid: string; folder: string },
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
      fileNamePrefix: [folder],
    },
  };
}

/** What the Worker starts by itself: what is recorded, and how. */
export async function startBody(env: Env, { cname, uid }: { cname: string; uid: string }): Promise<MixClientRequest> {
  const folder = cname.split("-")[0] ?? cname;
  return {
    ...(await secretsOfStart(env, { cname, uid, folder })),
    recordingConfig: { channelType: 0, maxIdleTime: 120 },
    recordingFileConfig: { avFileType: ["hls"] },
  };
}
