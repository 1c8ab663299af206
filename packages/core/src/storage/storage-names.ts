import { get } from "../validation/get.ts";
import { accept, type Schema } from "../validation/schema.ts";
import {
  AlibabaCloudRegion,
  AmazonS3Region,
  BaiduCloudRegion,
  HuaweiCloudRegion,
  TencentCloudRegion,
} from "./storage-regions.ts";
import { StorageVendor } from "./storage-vendor.ts";

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
function numberOf(constants: Constants = {}, type = ""): Schema<number> {
  return accept(
    (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
    (input) => {
      const meant = Object.entries(constants).find(([name]) => plain(name) === plain(String(input)));
      return `must be an integer from 0 on${meant ? `: ${meant[1]} (${type}.${meant[0]})` : type && `, such as those of ${type}`}`;
    },
  );
}

/** The vendor of a storage. */
export function vendor(): Schema<number> {
  return numberOf(StorageVendor, "StorageVendor");
}

/** The vendor of a storage whose regions have names. */
export function vendorWithRegions(storage: unknown): number | undefined {
  const number = Number(get(storage, "vendor"));
  return regions()[number] && number;
}

/** The region of a storage of that vendor. */
export function region(vendorNumber: number | undefined): Schema<number> {
  if (vendorNumber === undefined) return numberOf();
  const [name] = Object.entries(StorageVendor).find(([, number]) => number === vendorNumber) ?? [];
  // The constants of regions are named after their vendor.
  return numberOf(regions()[vendorNumber], `${name}Region`);
}
