import type { StorageVendor } from "./storage-vendor.ts";
import type { Absent } from "../validation/absent.ts";

/**
 * Where the recorded files go. Wrong keys do not make start fail: the recording ends by itself soon after.
 *
 * Agora docs: start, storageConfig
 */
export interface StorageConfig {
  /** The provider: {@link StorageVendor}. Other numbers pass, for vendors that are newer than this SDK. */
  vendor: StorageVendor | (number & {});
  /**
   * The provider's region, by the constants named after it (`AmazonS3Region.EU_CENTRAL_1`). 0 for `MicrosoftAzure`,
   * `GoogleCloud` and `S3Compatible`. Must lie in acquire's `region` when that was given.
   */
  region: number;
  /** Name of the bucket. */
  bucket: string;
  /** Access key; one that can only write is enough. */
  accessKey: string;
  /** Secret key. */
  secretKey: string;
  /** Temporary token, for Amazon S3, Alibaba Cloud and Tencent Cloud. Refresh it with `update` before it expires. */
  stsToken?: string | Absent;
  /** When `stsToken` expires, in Unix seconds. It should live for at least 4 hours. */
  stsExpiration?: number | Absent;
  /**
   * Folders in front of the file names: `["a", "b"]` becomes `a/b/`. Letters and digits only (`A-Z a-z 0-9`), at most 128
   * characters with the slashes. Default: none.
   */
  fileNamePrefix?: readonly string[] | Absent;
  /** Needed for `S3Compatible`. */
  extensionParams?: StorageExtensionParams | Absent;
}

/** Agora docs: start, storageConfig, extensionParams */
export interface StorageExtensionParams {
  /** Server-side encryption of Amazon S3. */
  sse?: "kms" | "aes256" | (string & {}) | Absent;
  /** Object tag of Amazon S3 and Alibaba Cloud. */
  tag?: string | Absent;
  /** Domain name of the service; needed for `S3Compatible`. */
  endpoint?: string | Absent;
}
