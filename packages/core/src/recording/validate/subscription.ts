import { get } from "../../validation/get.ts";
import { list, type Fields, type Rule } from "../../validation/schema.ts";
import { listedUid } from "./identity.ts";

/** The lists of one medium. Only `update` refuses empty ones. */
export function subscriptionLists(medium: "Audio" | "Video", min: 0 | 1): Fields {
  const uids = list(listedUid(), min, 32);
  return { [`subscribe${medium}Uids`]: uids, [`unSubscribe${medium}Uids`]: uids };
}

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

/** R14 and R16. */
export const subscriptionRule: Rule = (config, report) => {
  for (const medium of ["Audio", "Video"] as const) {
    const [first, ...more] = usedLists(config, medium);
    const streamTypes = medium === "Audio" ? 1 : 0;
    for (const name of more) report(name, `excludes ${first}`);
    if (first && get(config, "streamTypes") === streamTypes) report(first, `excludes streamTypes ${streamTypes}`);
  }
};
