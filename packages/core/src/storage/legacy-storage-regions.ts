/**
 * Values of `storageConfig.region` for Kingsoft Cloud (`StorageVendor.KingsoftCloud`).
 *
 * Agora docs: start, storageConfig, region
 *
 * @deprecated No longer in the documentation.
 */
export const KingsoftCloudRegion = {
  CN_Hangzhou: 0,
  CN_Shanghai: 1,
  CN_Qingdao: 2,
  CN_Beijing: 3,
  CN_Guangzhou: 4,
  CN_Hongkong: 5,
  JR_Beijing: 6,
  JR_Shanghai: 7,
  NA_Russia_1: 8,
  NA_Singapore_1: 9,
} as const;

export type KingsoftCloudRegion = (typeof KingsoftCloudRegion)[keyof typeof KingsoftCloudRegion];

/**
 * Values of `storageConfig.region` for Qiniu (`StorageVendor.Qiniu`).
 *
 * Agora docs: start, storageConfig, region
 *
 * @deprecated No longer in the documentation.
 */
export const QiniuRegion = {
  EastChina: 0,
  NorthChina: 1,
  SouthChina: 2,
  NorthAmerica: 3,
} as const;

export type QiniuRegion = (typeof QiniuRegion)[keyof typeof QiniuRegion];
