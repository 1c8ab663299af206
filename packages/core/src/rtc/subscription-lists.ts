import { get } from "../validation/get.ts";

/**
 * The names of the lists of one medium that are there and not empty. Reads any case, because a caller can allow the other
 * spelling of the exclusion lists.
 */
export function usedLists(config: unknown, medium: "Audio" | "Video"): string[] {
  const name = RegExp(`^(un)?subscribe${medium}Uids$`, "i");
  return Object.keys(Object(config))
    .filter((key) => name.test(key) && get(config, `${key}.0`) !== undefined)
    .sort();
}
