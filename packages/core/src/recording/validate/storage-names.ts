import { custom, type Schema } from "../../validation/schema.ts";
import { StorageVendor } from "../types/storage-vendor.ts";

const message = "must be an integer from 0 on";

const isIndex = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value >= 0;

const plain = (name: string): string => name.replace(/[^a-z\d]/gi, "").toLowerCase();

/** Vendors with constants for their regions, which are named after them: `AmazonS3Region`. */
const withRegions: readonly unknown[] = [1, 2, 3, 7, 8];

/** The vendor of a storage. Of a name in its place, the number and the constant that are meant are told. */
export function vendor(): Schema {
  return custom(isIndex, ({ input }) => {
    const meant = Object.entries(StorageVendor).find(([name]) => plain(name) === plain(String(input)));
    return `${message}${meant ? `: ${meant[1]} (StorageVendor.${meant[0]})` : ", such as those of StorageVendor"}`;
  });
}

/**
 * The region of a storage of that vendor. Of a name in its place, the constants are told, not the number: the names of all
 * regions would be half a kilobyte of every client (docs/decisions/0006).
 */
export function region(vendorNumber: unknown): Schema {
  const [name] = Object.entries(StorageVendor).find(([, number]) => number === vendorNumber) ?? [];
  return custom(isIndex, withRegions.includes(vendorNumber) ? `${message}, such as those of ${name}Region` : message);
}
