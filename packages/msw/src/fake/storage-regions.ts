/** The four parts of the world that acquire knows as `region`. */
type Geography = "CN" | "AP" | "EU" | "NA";

/** Which `region` numbers a vendor has; nothing for a vendor that does not exist. */
export function storageRegions(vendor: number): ((region: number) => boolean) | null {
  return regionsOf.get(vendor) ?? null;
}

/** Where a bucket lies, as far as it is one of the four parts. */
export function storageGeography(vendor: number, region: number): Geography | null {
  const places = geographies[vendor];
  if (!places) return null;
  for (const name of ["CN", "AP", "EU", "NA"] as const) if (places[name].includes(region)) return name;
  return null;
}

const upTo = (last: number) => (region: number) => Number.isInteger(region) && region >= 0 && region <= last;
const any = (region: number) => Number.isInteger(region);

/** Retired vendors (0, 4) and regions are still taken, as the older pages list them. */
const regionsOf: ReadonlyMap<number, (region: number) => boolean> = new Map<number, (region: number) => boolean>([
  [0, upTo(3)],
  [1, (region) => upTo(25)(region) || region === 28],
  [2, upTo(27)],
  [3, upTo(19)],
  [4, upTo(9)],
  [5, any],
  [6, any],
  [7, upTo(15)],
  [8, upTo(7)],
  [11, upTo(0)],
]);

const geographies: Record<number, Record<Geography, readonly number[]> | undefined> = {
  1: { CN: [15, 16], AP: [8, 9, 10, 11, 14, 19, 20, 24], EU: [4, 5, 6, 7, 21, 25], NA: [0, 1, 2, 3, 13, 17, 23] },
  2: {
    CN: [0, 1, 2, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25],
    AP: [7, 10, 11, 12, 13, 14, 15, 19],
    EU: [16, 17, 18],
    NA: [8, 9],
  },
  3: { CN: [0, 1, 2, 3, 4, 5, 6, 7, 8], AP: [9, 10, 11, 12, 13, 14], EU: [18, 19], NA: [15, 16, 17] },
  7: { CN: [0, 1, 2, 3, 4, 5], AP: [6, 7, 8], EU: [], NA: [12] },
  8: { CN: [0, 1, 2, 3, 6, 7], AP: [4, 5], EU: [], NA: [] },
};
