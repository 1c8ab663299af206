/** More about the storage of caption files, since 7.2.1. Agora docs: STT v7, captionConfig, extensionParams */
export interface SttExtensionParams {
  /** Address of the service, with its scheme: `https://minio.example:9002`. Needed for `S3Compatible`. */
  endpoint?: string | undefined;
  /** Default `s3`. China documents it as required for `S3Compatible`. */
  type?: "s3" | (string & {}) | undefined;
  /** `Minio` or another; case matters. China documents it as required for `S3Compatible`. */
  provider?: string | undefined;
  /** Takes the place of `storage.region`. */
  region?: string | undefined;
  /** Object tag, for Amazon S3, Alibaba Cloud and Tencent Cloud. */
  tag?: string | undefined;
  /** Tags by rules for the file name, before `tag`; same vendors. */
  tagByRule?: readonly object[] | undefined;
  /** Server-side encryption of Amazon S3. */
  sse?: "aes256" | "kms" | (string & {}) | undefined;
  /** Other object names for uploaded files, by their extension. The documents show an object and an array of objects. */
  overwritekeys?: object | readonly object[] | undefined;
}
