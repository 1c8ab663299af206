import type { Absent } from "../../validation/absent.ts";

/** More about the storage of caption files, since 7.2.1. Agora docs: STT v7, captionConfig, extensionParams */
export interface SttExtensionParams {
  /** Address of the service, with its scheme: `https://minio.example:9002`. Needed for `S3Compatible`. */
  endpoint?: string | Absent;
  /** Default `s3`. China documents it as required for `S3Compatible`. */
  type?: "s3" | (string & {}) | Absent;
  /** `Minio` or another; case matters. China documents it as required for `S3Compatible`. */
  provider?: string | Absent;
  /** Takes the place of `storage.region`. */
  region?: string | Absent;
  /** Object tag, for Amazon S3, Alibaba Cloud and Tencent Cloud. */
  tag?: string | Absent;
  /** Tags by rules for the file name, before `tag`; same vendors. */
  tagByRule?: readonly object[] | Absent;
  /** Server-side encryption of Amazon S3. */
  sse?: "aes256" | "kms" | (string & {}) | Absent;
  /** Other object names for uploaded files, by their extension. The documents show an object and an array of objects. */
  overwritekeys?: object | readonly object[] | Absent;
}
