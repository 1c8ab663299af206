import type { StorageConfig } from "@agora-edge/core";
import { type Bucket, createS3Bucket } from "@agora-edge/core/files";
import type { Tool } from "../tool/tool.ts";
import { neededSecret, neededSetting, setting, wrongSettings } from "./environment.ts";

const numberSetting = (tool: Pick<Tool, "env">, name: string, what: string): number => {
  const text = neededSetting(tool, name, what);
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw wrongSettings(`${name} is a number: ${what}.`);
};

/** `calls/monday` → `["calls", "monday"]` */
export const readPrefix = (text: string | undefined): string[] => text?.split("/").filter((part) => part !== "") ?? [];

export const hasStorage = (tool: Pick<Tool, "env">): boolean => setting(tool, "STORAGE_BUCKET") !== undefined;

/** The bucket of the recordings, with the keys that Agora is given. */
export async function readStorage(tool: Tool): Promise<StorageConfig> {
  const endpoint = setting(tool, "STORAGE_ENDPOINT");
  const fileNamePrefix = readPrefix(setting(tool, "STORAGE_PREFIX"));
  return {
    vendor: numberSetting(tool, "STORAGE_VENDOR", "the number of the storage provider, 1 for Amazon S3"),
    region: numberSetting(tool, "STORAGE_REGION", "the number of the region, as in Agora's documentation"),
    bucket: neededSetting(tool, "STORAGE_BUCKET", "the name of the bucket"),
    accessKey: neededSetting(tool, "STORAGE_ACCESS_KEY", "the access key of the bucket"),
    secretKey: await neededSecret(tool, "STORAGE_SECRET_KEY", "the secret key of the bucket"),
    ...(endpoint !== undefined && { extensionParams: { endpoint } }),
    ...(fileNamePrefix.length > 0 && { fileNamePrefix }),
  };
}

/** How the bucket is asked: what Agora is not told. */
export const storageAccess = (tool: Tool) => ({
  fetch: tool.fetch,
  region: setting(tool, "STORAGE_ENDPOINT_REGION"),
});

/** The bucket by keys that may read and list, where there are others for that. */
export async function openBucket(tool: Tool): Promise<Bucket> {
  const storage = await readStorage(tool);
  const accessKey = setting(tool, "STORAGE_READ_ACCESS_KEY") ?? storage.accessKey;
  const secretKey =
    accessKey === storage.accessKey
      ? storage.secretKey
      : await neededSecret(tool, "STORAGE_READ_SECRET_KEY", "the secret key that may read the bucket");
  return createS3Bucket({ ...storage, accessKey, secretKey }, { ...storageAccess(tool), now: () => tool.clock.now() });
}
