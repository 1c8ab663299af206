import { describe, expect, test } from "vitest";
import { KingsoftCloudRegion, QiniuRegion } from "../../storage/legacy-storage-regions.ts";
import {
  AlibabaCloudRegion,
  AmazonS3Region,
  BaiduCloudRegion,
  HuaweiCloudRegion,
  TencentCloudRegion,
} from "../../storage/storage-regions.ts";
import { StorageVendor } from "../../storage/storage-vendor.ts";

describe("storage constants", () => {
  test.each([
    ["StorageVendor", StorageVendor, 10, ["AmazonS3", 1]],
    ["AmazonS3Region", AmazonS3Region, 27, ["EU_SOUTH_1", 25]],
    ["AlibabaCloudRegion", AlibabaCloudRegion, 28, ["CN_Southeast_7", 27]],
    ["TencentCloudRegion", TencentCloudRegion, 20, ["EU_Moscow", 19]],
    ["HuaweiCloudRegion", HuaweiCloudRegion, 16, ["SA_Chile_1", 15]],
    ["BaiduCloudRegion", BaiduCloudRegion, 8, ["Shanghai", 7]],
    ["KingsoftCloudRegion", KingsoftCloudRegion, 10, ["NA_Singapore_1", 9]],
    ["QiniuRegion", QiniuRegion, 4, ["NorthAmerica", 3]],
  ])("%s has one name for each number", (_name, constants, count, entry) => {
    const values = Object.values<number>(constants);
    expect(new Set(values).size).toBe(count);
    expect(values).toHaveLength(count);
    expect(Object.entries(constants)).toContainEqual(entry);
  });
});
