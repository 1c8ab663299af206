import type { MixClientRequest } from "@agora-edge/core";

/** Requests that tests of this folder share. */
export const uids = { cname: "room-1", uid: "900001" } as const;

const storageConfig = {
  vendor: 1,
  region: 0,
  bucket: "bucket",
  accessKey: "access-key",
  secretKey: "secret-key",
} as const;

export const clientRequest: MixClientRequest = { storageConfig, recordingConfig: { channelType: 1, maxIdleTime: 30 } };

export const audioOnly: MixClientRequest = { storageConfig, recordingConfig: { channelType: 1, streamTypes: 0 } };
