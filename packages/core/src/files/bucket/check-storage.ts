import { systemClock, type Clock } from "../../runtime/clock.ts";
import { timedOut, withTimeout } from "../../runtime/with-timeout.ts";
import type { Absent } from "../../validation/absent.ts";
import { objectKey } from "../names/object-key.ts";
import type { S3StorageConfig } from "../s3/endpoint.ts";
import { createS3Bucket, type S3BucketOptions } from "../s3/s3-bucket.ts";
import { StorageError } from "./storage-error.ts";

/** What came of a trial. */
export type StorageCheck =
  | {
      readonly ok: true;
      /** Whether the keys may read. Recording does without; playback does not. */
      readonly canRead: boolean;
      /** Whether the keys may delete. */
      readonly canDelete: boolean;
      /** The key of the small object that the keys could not delete again. */
      readonly leftBehind: string | undefined;
    }
  | {
      readonly ok: false;
      /** `kind` and `message` say what is wrong with host, region, bucket, keys, clock or policy, and what to do. */
      readonly error: StorageError;
    };

/** Options of `checkStorage`. */
export interface CheckStorageOptions extends Omit<S3BucketOptions, "now"> {
  /** Milliseconds for each request. Default 10,000. */
  timeout?: number | undefined;
  clock?: Clock | undefined;
}

const content = "The storage of recordings works.";

/**
 * Tries the storage before a recording needs it: a start with wrong keys succeeds, and the recording ends by itself soon after.
 * Puts a small object into the folders of `fileNamePrefix`, reads it and deletes it, with the very keys of the configuration. Keys that can
 * only write are fine.
 *
 * @throws AgoraValidationError of kind `invalid-config` for storage that does not speak the protocol of S3
 * @example
 * const check = await checkStorage(storageConfig);
 * if (!check.ok) throw check.error;
 */
export async function checkStorage(
  storageConfig: S3StorageConfig & { fileNamePrefix?: readonly string[] | Absent },
  { timeout = 10_000, clock = systemClock, ...options }: CheckStorageOptions = {},
): Promise<StorageCheck> {
  const bucket = createS3Bucket(storageConfig, { ...options, now: () => clock.now() });
  const key = objectKey(storageConfig.fileNamePrefix, `agora-edge-check-${crypto.randomUUID()}.txt`);

  async function attempt(method: "PUT" | "GET" | "DELETE"): Promise<string> {
    const controller = new AbortController();
    const body = method === "PUT" ? content : undefined;
    const work = bucket.fetch(key, { method, body, signal: controller.signal }).then((response) => response.text());
    const result = await withTimeout(work, clock, timeout, undefined);
    if (result !== timedOut) return result;
    controller.abort();
    work.catch(() => {});
    const message = `The storage did not answer within ${timeout} ms. Check the endpoint or region of storageConfig, and the network.`;
    throw new StorageError({ kind: "unreachable", message });
  }

  /** Whether the policy allows it. Anything else that goes wrong is no matter of policy. */
  async function isAllowed(method: "GET" | "DELETE"): Promise<boolean> {
    try {
      await attempt(method);
      return true;
    } catch (error) {
      if (error instanceof StorageError && error.kind === "access-denied") return false;
      throw error;
    }
  }

  try {
    await attempt("PUT");
    const canRead = await isAllowed("GET");
    const canDelete = await isAllowed("DELETE");
    return { ok: true, canRead, canDelete, leftBehind: canDelete ? undefined : key };
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, error };
    throw error;
  }
}
