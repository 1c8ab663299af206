import {
  AlibabaCloudRegion,
  AmazonS3Region,
  BaiduCloudRegion,
  HuaweiCloudRegion,
  TencentCloudRegion,
} from "../../storage/storage-regions.ts";
import { StorageVendor } from "../../storage/storage-vendor.ts";

interface RegionNames {
  /** The object that has the numbers, by the name it is exported as. */
  readonly exportedAs: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** What the provider calls a region of the list. */
  readonly nameOf: (region: string) => string;
}

const hyphenated = (region: string) => region.toLowerCase().replaceAll("_", "-");

/** Baidu has abbreviations. */
const baidu: Readonly<Record<string, string>> = {
  Beijing: "bj",
  Baoding: "bd",
  Suzhou: "su",
  Guangzhou: "gz",
  Hongkong: "hkg",
  Singapore: "sin",
  Wuhan: "fwh",
  Shanghai: "fsh",
};

function namesOf(vendor: number): RegionNames | undefined {
  switch (vendor) {
    case StorageVendor.AmazonS3:
      return { exportedAs: "AmazonS3Region", numbers: AmazonS3Region, nameOf: hyphenated };
    case StorageVendor.AlibabaCloud:
      return { exportedAs: "AlibabaCloudRegion", numbers: AlibabaCloudRegion, nameOf: hyphenated };
    case StorageVendor.TencentCloud:
      return { exportedAs: "TencentCloudRegion", numbers: TencentCloudRegion, nameOf: hyphenated };
    case StorageVendor.HuaweiCloud:
      return { exportedAs: "HuaweiCloudRegion", numbers: HuaweiCloudRegion, nameOf: hyphenated };
    case StorageVendor.BaiduCloud:
      return {
        exportedAs: "BaiduCloudRegion",
        numbers: BaiduCloudRegion,
        nameOf: (region) => baidu[region] ?? hyphenated(region),
      };
    default:
      return undefined;
  }
}

/** What the provider calls the region with this number. */
export function regionName(vendor: number, region: number): string | undefined {
  const names = namesOf(vendor);
  const [name] = Object.entries(names?.numbers ?? {}).find(([, number]) => number === region) ?? [];
  return name === undefined ? undefined : names?.nameOf(name);
}

/** The number of a region, in words for a message: `4 (AmazonS3Region.EU_WEST_1)`. */
export function regionNumber(vendor: number, name: string): string | undefined {
  const names = namesOf(vendor);
  const found = Object.entries(names?.numbers ?? {}).find(([region]) => names?.nameOf(region) === name);
  return found && names ? `${found[1]} (${names.exportedAs}.${found[0]})` : undefined;
}
