import { toHex, utf8 } from "../../crypto/text.ts";
import { storageConfig as storageConfigSchema } from "../../storage/storage-config-schema.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import { validate } from "../../validation/validate.ts";
import { objectAt, type JsonObject } from "../../runtime/json.ts";
import { keepAlive, type ServerContext } from "../http/context.ts";
import { report, type OnError } from "../http/report.ts";
import { createMemoryDedupe, type NotificationDedupe } from "../webhooks/dedupe.ts";

/** What tries a storage: `checkStorage` of `@agora-edge/core/files`. */
export type StorageTrial = (
  storageConfig: StorageConfig,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: unknown }>;

/** How the proxy tries the storage of recordings. */
export interface StorageCheckOptions {
  /** `checkStorage`, with options of your own if it needs any. */
  check: StorageTrial;
  /**
   * Remembers what was tried. Default: within this process. With a store that all instances share it is once per deployment;
   * it gets no keys.
   */
  dedupe?: Pick<NotificationDedupe, "add" | "delete"> | undefined;
}

/** Longer than deployments live. */
const remembered = 90 * 86_400_000;

const isStorageConfig = (value: JsonObject): value is JsonObject & StorageConfig =>
  validate(storageConfigSchema(), value).length === 0;

/** The bucket and the access key, without telling them. Folders differ from recording to recording. */
async function nameOf(storageConfig: StorageConfig): Promise<string> {
  const { vendor, region, bucket, accessKey, extensionParams } = storageConfig;
  const endpoint = extensionParams?.endpoint;
  const facts = utf8(JSON.stringify([vendor, region, bucket, accessKey, endpoint]));
  return `storage-check:${toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", facts)))}`;
}

/**
 * Tries the storage of a start beside it, the first time that it is seen. The start neither waits for it nor fails by it: a
 * check can fail where Agora would get through. What is wrong goes to `onError`, at each start until it is mended.
 */
export function createStorageTrial(
  options: StorageCheckOptions | undefined,
  onError: OnError | undefined,
  now: () => number,
): (clientRequest: JsonObject, server: ServerContext | undefined) => void {
  if (!options) return () => {};
  const { check, dedupe = createMemoryDedupe({ now }) } = options;

  async function attempt(storageConfig: StorageConfig): Promise<void> {
    const name = await nameOf(storageConfig);
    if (!(await dedupe.add(name, remembered))) return;
    try {
      const result = await check(storageConfig);
      if (result.ok) return;
      report(result.error, onError);
    } catch (error) {
      report(error, onError);
    }
    await dedupe.delete(name);
  }

  return (clientRequest, server) => {
    const storageConfig = objectAt(clientRequest, "storageConfig");
    // The start beside it refuses one that is not right.
    if (!isStorageConfig(storageConfig)) return;
    keepAlive(
      server,
      attempt(storageConfig).catch((error: unknown) => report(error, onError)),
    );
  };
}
