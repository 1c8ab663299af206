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

/** What the vendors call their regions, by the number of the vendor. */
const regions = (): Readonly<Record<number, Constants>> => ({
  [StorageVendor.AmazonS3]: AmazonS3Region,
  [StorageVendor.AlibabaCloud]: AlibabaCloudRegion,
  [StorageVendor.TencentCloud]: TencentCloudRegion,
  [StorageVendor.HuaweiCloud]: HuaweiCloudRegion,
  [StorageVendor.BaiduCloud]: BaiduCloudRegion,
});

/** A number from 0 on. Of a name in its place, the number and the constant that are meant are told. */
function numberOf(constants: Constants = {}, type = ""): Schema {
  return custom(
    (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
    ({ input }) => {
      const meant = Object.entries(constants).find(([name]) => plain(name) === plain(String(input)));
      return `must be an integer from 0 on${meant ? `: ${meant[1]} (${type}.${meant[0]})` : type && `, such as those of ${type}`}`;
    },
  );
}

/** The vendor of a storage. */
export function vendor(): Schema {
  return numberOf(StorageVendor, "StorageVendor");
}

/** The region of a storage of that vendor. */
export function region(vendorNumber: unknown): Schema {
  const [name] = Object.entries(StorageVendor).find(([, number]) => number === vendorNumber) ?? [];
  const constants = regions()[Number(vendorNumber)];
  // The constants of regions are named after their vendor.
  return constants ? numberOf(constants, `${name}Region`) : numberOf();
}
