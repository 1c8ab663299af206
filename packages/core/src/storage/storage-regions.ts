/**
 * Values of `storageConfig.region` for Amazon S3 (`StorageVendor.AmazonS3`).
 *
 * Agora docs: start, storageConfig, region
 */
export const AmazonS3Region = {
  US_EAST_1: 0,
  US_EAST_2: 1,
  US_WEST_1: 2,
  US_WEST_2: 3,
  EU_WEST_1: 4,
  EU_WEST_2: 5,
  EU_WEST_3: 6,
  EU_CENTRAL_1: 7,
  AP_SOUTHEAST_1: 8,
  AP_SOUTHEAST_2: 9,
  AP_NORTHEAST_1: 10,
  AP_NORTHEAST_2: 11,
  SA_EAST_1: 12,
  CA_CENTRAL_1: 13,
  AP_SOUTH_1: 14,
  CN_NORTH_1: 15,
  CN_NORTHWEST_1: 16,
  /** @deprecated Only in older lists. */
  US_GOV_WEST_1: 17,
  AF_SOUTH_1: 18,
  AP_EAST_1: 19,
  AP_NORTHEAST_3: 20,
  EU_NORTH_1: 21,
  ME_SOUTH_1: 22,
  /** @deprecated Only in older lists. */
  US_GOV_EAST_1: 23,
  AP_SOUTHEAST_3: 24,
  EU_SOUTH_1: 25,
  /** @deprecated Only in older lists. */
  IL_CENTRAL_1: 28,
} as const;

export type AmazonS3Region = (typeof AmazonS3Region)[keyof typeof AmazonS3Region];

/**
 * Values of `storageConfig.region` for Alibaba Cloud OSS (`StorageVendor.AlibabaCloud`).
 *
 * Agora docs: start, storageConfig, region
 */
export const AlibabaCloudRegion = {
  CN_Hangzhou: 0,
  CN_Shanghai: 1,
  CN_Qingdao: 2,
  CN_Beijing: 3,
  CN_Zhangjiakou: 4,
  CN_Huhehaote: 5,
  CN_Shenzhen: 6,
  CN_Hongkong: 7,
  US_West_1: 8,
  US_East_1: 9,
  AP_Southeast_1: 10,
  AP_Southeast_2: 11,
  AP_Southeast_3: 12,
  AP_Southeast_5: 13,
  AP_Northeast_1: 14,
  AP_South_1: 15,
  EU_Central_1: 16,
  EU_West_1: 17,
  EU_East_1: 18,
  AP_Southeast_6: 19,
  CN_Heyuan: 20,
  CN_Guangzhou: 21,
  CN_Chengdu: 22,
  CN_Nanjing: 23,
  CN_Fuzhou: 24,
  CN_Wulanchabu: 25,
  CN_Northeast_2: 26,
  CN_Southeast_7: 27,
} as const;

export type AlibabaCloudRegion = (typeof AlibabaCloudRegion)[keyof typeof AlibabaCloudRegion];

/**
 * Values of `storageConfig.region` for Tencent Cloud COS (`StorageVendor.TencentCloud`).
 *
 * Agora docs: start, storageConfig, region
 */
export const TencentCloudRegion = {
  AP_Beijing_1: 0,
  AP_Beijing: 1,
  AP_Shanghai: 2,
  AP_Guangzhou: 3,
  AP_Chengdu: 4,
  AP_Chongqing: 5,
  AP_Shenzhen_FSI: 6,
  AP_Shanghai_FSI: 7,
  AP_Beijing_FSI: 8,
  AP_Hongkong: 9,
  AP_Singapore: 10,
  AP_Mumbai: 11,
  AP_Seoul: 12,
  AP_Bangkok: 13,
  AP_Tokyo: 14,
  NA_Siliconvalley: 15,
  NA_Ashburn: 16,
  NA_Toronto: 17,
  EU_Frankfurt: 18,
  EU_Moscow: 19,
} as const;

export type TencentCloudRegion = (typeof TencentCloudRegion)[keyof typeof TencentCloudRegion];

/**
 * Values of `storageConfig.region` for Huawei Cloud OBS (`StorageVendor.HuaweiCloud`).
 *
 * Agora docs: start, storageConfig, region
 */
export const HuaweiCloudRegion = {
  CN_North_1: 0,
  CN_North_4: 1,
  CN_East_2: 2,
  CN_East_3: 3,
  CN_South_1: 4,
  CN_Southwest_2: 5,
  AP_Southeast_1: 6,
  AP_Southeast_2: 7,
  AP_Southeast_3: 8,
  AF_South_1: 9,
  SA_Argentina_1: 10,
  SA_Peru_1: 11,
  NA_Mexico_1: 12,
  SA_Brazil_1: 13,
  LA_South_2: 14,
  SA_Chile_1: 15,
} as const;

export type HuaweiCloudRegion = (typeof HuaweiCloudRegion)[keyof typeof HuaweiCloudRegion];

/**
 * Values of `storageConfig.region` for Baidu AI Cloud (`StorageVendor.BaiduCloud`).
 *
 * Agora docs: start, storageConfig, region
 */
export const BaiduCloudRegion = {
  /** @deprecated Only in older lists. */
  Beijing: 0,
  Baoding: 1,
  Suzhou: 2,
  Guangzhou: 3,
  Hongkong: 4,
  Singapore: 5,
  Wuhan: 6,
  Shanghai: 7,
} as const;

export type BaiduCloudRegion = (typeof BaiduCloudRegion)[keyof typeof BaiduCloudRegion];
