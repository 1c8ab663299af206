import { custom, type Schema } from "../../validation/schema.ts";
import {
  AlibabaCloudRegion,
  AmazonS3Region,
  BaiduCloudRegion,
  HuaweiCloudRegion,
  TencentCloudRegion,
} from "../types/storage-regions.ts";
import { StorageVendor } from "../types/storage-vendor.ts";

type Constants = Readonly<Record<string, number>>;

const plain = (name: string): string => name.replace(/^(oss|cos)-|[^a-z\d]/gi, "").toLowerCase();

/** What the number of a vendor calls its regions. */
function regionsOf(vendorNumber: unknown): readonly [constants: Constants, name: string] | undefined {
  switch (vendorNumber) {
    case StorageVendor.AmazonS3:
      return [AmazonS3Region, "AmazonS3Region"];
    case StorageVendor.AlibabaCloud:
      return [AlibabaCloudRegion, "AlibabaCloudRegion"];
    case StorageVendor.TencentCloud:
      return [TencentCloudRegion, "TencentCloudRegion"];
    case StorageVendor.HuaweiCloud:
      return [HuaweiCloudRegion, "HuaweiCloudRegion"];
    case StorageVendor.BaiduCloud:
      return [BaiduCloudRegion, "BaiduCloudRegion"];
    default:
      return undefined;
  }
}

/** A number from 0 on. Of a name in its place, the number and the constant that are meant are told. */
function numberOf([constants, type]: readonly [Constants?, string?]): Schema {
  return custom(
    (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
    ({ input }) => {
      const meant = Object.entries(constants ?? {}).find(([name]) => plain(name) === plain(String(input)));
      const hint = meant ? `: ${meant[1]} (${type}.${meant[0]})` : type ? `, such as those of ${type}` : "";
      return `must be an integer from 0 on${hint}`;
    },
  );
}

/** The vendor of a storage. */
export function vendor(): Schema {
  return numberOf([StorageVendor, "StorageVendor"]);
}

/** The region of a storage of that vendor. */
export function region(vendorNumber: unknown): Schema {
  return numberOf(regionsOf(vendorNumber) ?? []);
}
