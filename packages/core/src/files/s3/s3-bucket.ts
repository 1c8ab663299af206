import { isSecret, refuseOption } from "../../options/check-option.ts";
import { readStream } from "../../runtime/read-stream.ts";
import type { Bucket, BucketRequest, StoredObject } from "../bucket/bucket.ts";
import { StorageError } from "../bucket/storage-error.ts";
import { s3Endpoint, type S3EndpointOptions, type S3StorageConfig } from "./endpoint.ts";
import { listQuery, readObjectPage, type ObjectPage } from "./list-objects.ts";
import { objectUrl } from "./object-url.ts";
import { readStorageError } from "./read-error.ts";
import { createS3Signer } from "./signer.ts";

/** Options of `createS3Bucket`. */
export interface S3BucketOptions extends S3EndpointOptions {
  /** Default: the global one. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** The time in ms since the epoch, which signatures contain. Default `Date.now`. */
  now?: (() => number) | undefined;
}

/** A thousand objects, with the longest keys, all encoded. */
const maxPageSize = 8_000_000;

/**
 * The bucket of a `storageConfig`: Amazon S3, what is compatible with it (vendor 11, such as Cloudflare R2), Google Cloud
 * with HMAC keys, Alibaba Cloud, Tencent Cloud, Huawei Cloud and Baidu AI Cloud.
 *
 * @throws AgoraValidationError of kind `invalid-config` for storage that does not speak the protocol of S3
 * @example
 * const bucket = createS3Bucket(storageConfig);
 * const url = await bucket.presign(objectKey(storageConfig.fileNamePrefix, file.fileName), { expiresIn: 3600 });
 */
export function createS3Bucket(storageConfig: S3StorageConfig, options: S3BucketOptions = {}): Bucket {
  const { fetch = (url, init) => globalThis.fetch(url, init), now = Date.now } = options;
  const { accessKey, secretKey, stsToken, vendor, bucket } = storageConfig;
  if (!isSecret(accessKey)) refuseOption("storageConfig.accessKey", "must be a key of the storage provider");
  if (!isSecret(secretKey)) refuseOption("storageConfig.secretKey", "must be a key of the storage provider");
  const { base, region } = s3Endpoint(storageConfig, options);
  const facts = { vendor, bucket, host: base.host, region };
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey, region };
  const signer = createS3Signer({ ...credentials, sessionToken: stsToken ?? undefined }, now);

  async function send(url: URL, { method = "GET", headers, body, signal }: BucketRequest): Promise<Response> {
    const signed = await signer.sign(url, { method, headers });
    const init: RequestInit = { method, headers: signed.headers, redirect: "manual" };
    if (body !== undefined) init.body = body;
    if (signal) init.signal = signal;
    const response = await fetch(signed.url.href, init).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      const message = `${facts.host} could not be reached. Check the endpoint or region of storageConfig, and the network.`;
      throw new StorageError({ kind: "unreachable", message, cause });
    });
    if (!response.ok) throw await readStorageError(response, facts);
    return response;
  }

  async function listPage(query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<ObjectPage> {
    const url = new URL(base);
    url.search = new URLSearchParams(query).toString();
    const response = await send(url, { signal });
    const bytes = await readStream(response.body, maxPageSize);
    if (typeof bytes === "symbol") {
      const message = `${facts.host} answered with a list that is longer than a page may be. Check the endpoint.`;
      throw new StorageError({ kind: "too-large", message });
    }
    return readObjectPage(new TextDecoder().decode(bytes));
  }

  async function* list(prefix: string, signal?: AbortSignal): AsyncGenerator<StoredObject> {
    let query: Readonly<Record<string, string>> | undefined = listQuery(prefix);
    while (query) {
      const { objects, next } = await listPage(query, signal);
      yield* objects;
      query = next && { ...listQuery(prefix), ...next };
    }
  }

  return {
    presign: async (key, presigning) => signer.presign(objectUrl(base, key), presigning),
    fetch: async (key, request = {}) => send(objectUrl(base, key), request),
    list,
  };
}
