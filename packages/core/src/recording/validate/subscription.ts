import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import type { Rule } from "../../validation/object.ts";
import type { ListSchema, OptionalFields } from "../../validation/schema.ts";
import type { AudioSubscription, VideoSubscription } from "../types/subscription.ts";
import { listedUid } from "../../rtc/identity.ts";
import { usedLists } from "../../rtc/subscription-lists.ts";

/** A list of uids. Only `update` refuses empty ones. */
const uids = (min: 0 | 1): ListSchema<string> => list(listedUid(), min, 32);

export function audioLists(min: 0 | 1): OptionalFields<AudioSubscription> {
  return { subscribeAudioUids: uids(min), unSubscribeAudioUids: uids(min) };
}

export function videoLists(min: 0 | 1): OptionalFields<VideoSubscription> {
  return { subscribeVideoUids: uids(min), unSubscribeVideoUids: uids(min) };
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
