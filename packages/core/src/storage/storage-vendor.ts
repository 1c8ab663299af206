/**
 * Values of `storageConfig.vendor`: where the files go. The constants of the regions are named alike: `AmazonS3Region`,
 * `AlibabaCloudRegion`, `TencentCloudRegion`, `HuaweiCloudRegion`, `BaiduCloudRegion`. The others take region 0.
 *
 * Agora docs: start, storageConfig, vendor
 */
export const StorageVendor = {
  /** @deprecated No longer in the documentation. */
  Qiniu: 0,
  AmazonS3: 1,
  AlibabaCloud: 2,
  TencentCloud: 3,
  /** @deprecated No longer in the documentation. */
  KingsoftCloud: 4,
  MicrosoftAzure: 5,
  GoogleCloud: 6,
  HuaweiCloud: 7,
  BaiduCloud: 8,
  /** Any service with the interface of S3; needs `extensionParams.endpoint`. */
  S3Compatible: 11,
} as const;

export type StorageVendor = (typeof StorageVendor)[keyof typeof StorageVendor];
