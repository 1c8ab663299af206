import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import type { Rule } from "../../validation/object.ts";
import type { ListSchema, OptionalFields } from "../../validation/schema.ts";
import type { AudioSubscription, VideoSubscription } from "../types/subscription.ts";
import { listedUid } from "./identity.ts";

/** A list of uids. Only `update` refuses empty ones. */
const uids = (min: 0 | 1): ListSchema<string> => list(listedUid(), min, 32);

export function audioLists(min: 0 | 1): OptionalFields<AudioSubscription> {
  return { subscribeAudioUids: uids(min), unSubscribeAudioUids: uids(min) };
}

export function videoLists(min: 0 | 1): OptionalFields<VideoSubscription> {
  return { subscribeVideoUids: uids(min), unSubscribeVideoUids: uids(min) };
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
