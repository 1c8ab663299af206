/** The four parts of the world that acquire knows as `region`. */
type Geography = "CN" | "AP" | "EU" | "NA";

/** Where a bucket lies, as far as it is one of the four parts. */
export function storageGeography(vendor: number, region: number): Geography | null {
  const places = geographies[vendor];
  if (!places) return null;
  for (const name of ["CN", "AP", "EU", "NA"] as const) if (places[name].includes(region)) return name;
  return null;
}

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
