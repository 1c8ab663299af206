import type { StorageVendor } from "../../storage/storage-vendor.ts";
import type { Absent } from "../../validation/absent.ts";

/** Where caption files go. Agora docs: STT, captionConfig, storage */
export type SttStorage = SttStorageWithKeys | SttStorageWithLowerCaseKeys;

/** The keys as the examples, the guides and the Chinese reference spell them. */
export interface SttStorageWithKeys extends SttStoragePlace {
  /** Access key; one that can only write is enough. */
  accessKey: string;
  /** Secret key. */
  secretKey: string;
  accesskey?: Absent;
  secretkey?: Absent;
}

/** The keys as the tables of the English reference spell them. Better use {@link SttStorageWithKeys}. */
export interface SttStorageWithLowerCaseKeys extends SttStoragePlace {
  /** Access key; one that can only write is enough. */
  accesskey: string;
  /** Secret key. */
  secretkey: string;
  accessKey?: Absent;
  secretKey?: Absent;
}

export interface SttStoragePlace {
  /** The provider: {@link StorageVendor}. v7 documents 1 to 3, 5 to 8 and 11. Other numbers pass. */
  vendor: StorageVendor | (number & {});
  /**
   * The provider's region, by the constants named after it (`AmazonS3Region.EU_CENTRAL_1`). Of no effect for
   * `MicrosoftAzure` and `GoogleCloud`; `S3Compatible` takes `extensionParams.region` instead. Then 0.
   */
  region: number;
  /** Name of the bucket. */
  bucket: string;
  /**
   * Folders in front of the file names: `["a", "b"]` becomes `a/b/`. Letters and digits only (`A-Z a-z 0-9`), at most 128
   * characters with the slashes. Default: none.
   */
  fileNamePrefix?: readonly string[] | Absent;
}
