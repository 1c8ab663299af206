import { toHex, utf8 } from "../../crypto/text.ts";
import { storageConfig as storageConfigSchema } from "../../storage/storage-config-schema.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import { validate } from "../../validation/validate.ts";
import { objectAt, type JsonObject } from "../../runtime/json.ts";
import { keepAlive } from "../http/context.ts";
import { report, type OnError } from "../http/report.ts";
import { createMemoryDedupe } from "../webhooks/dedupe.ts";
import type { StorageCheckOptions } from "./options.ts";
import type { Prepared, ProxyStep } from "./steps.ts";

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
export function tryStorage(
  options: StorageCheckOptions | undefined,
  { onError, now }: { readonly onError: OnError | undefined; readonly now: () => number },
): ProxyStep<Prepared> {
  if (!options) return (_, next) => next();
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

  return async ({ route, prepared, server }, next) => {
    if (route.operation.name !== "recording.start") return next();
    const storageConfig = objectAt(objectAt(prepared, "clientRequest"), "storageConfig");
    // The start refuses one that is not right.
    if (isStorageConfig(storageConfig)) {
      keepAlive(
        server,
        attempt(storageConfig).catch((error: unknown) => report(error, onError)),
      );
    }
    return next();
  };
}
