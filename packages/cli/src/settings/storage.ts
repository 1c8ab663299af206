import type { StorageConfig } from "@agora-edge/core";
import { type Bucket, createS3Bucket } from "@agora-edge/core/files";
import type { Tool } from "../tool/tool.ts";
import { needed, neededSecret, neededSetting, requireSettings, setting, wrongSettings } from "./environment.ts";

const numberSetting = (tool: Pick<Tool, "env">, name: "STORAGE_VENDOR" | "STORAGE_REGION"): number => {
  const text = neededSetting(tool, name);
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw wrongSettings(`${name} is a number: ${needed[name]}.`);
};

/** `calls/monday` → `["calls", "monday"]` */
export const readPrefix = (text: string | undefined): string[] => text?.split("/").filter((part) => part !== "") ?? [];

/** The folders of new recordings, as far as the service takes them. */
function readOwnPrefix(tool: Pick<Tool, "env">): string[] {
  const folders = readPrefix(setting(tool, "STORAGE_PREFIX"));
  const isTaken = folders.every((folder) => /^[a-z\d]+$/i.test(folder)) && folders.join("/").length < 128;
  if (isTaken) return folders;
  throw wrongSettings(
    "STORAGE_PREFIX is folders of letters and digits (a-z A-Z 0-9), such as calls/monday, 128 characters at most.",
  );
}

export const hasStorage = (tool: Pick<Tool, "env">): boolean => setting(tool, "STORAGE_BUCKET") !== undefined;

/** The bucket of the recordings, with the keys that Agora is given. */
export async function readStorage(tool: Tool): Promise<StorageConfig> {
  requireSettings(tool, [
    "STORAGE_VENDOR",
    "STORAGE_REGION",
    "STORAGE_BUCKET",
    "STORAGE_ACCESS_KEY",
    "STORAGE_SECRET_KEY",
  ]);
  const endpoint = setting(tool, "STORAGE_ENDPOINT");
  const fileNamePrefix = readOwnPrefix(tool);
  return {
    vendor: numberSetting(tool, "STORAGE_VENDOR"),
    region: numberSetting(tool, "STORAGE_REGION"),
    bucket: neededSetting(tool, "STORAGE_BUCKET"),
    accessKey: neededSetting(tool, "STORAGE_ACCESS_KEY"),
    secretKey: await neededSecret(tool, "STORAGE_SECRET_KEY"),
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
    accessKey === storage.accessKey ? storage.secretKey : await neededSecret(tool, "STORAGE_READ_SECRET_KEY");
  return createS3Bucket({ ...storage, accessKey, secretKey }, { ...storageAccess(tool), now: () => tool.clock.now() });
}
