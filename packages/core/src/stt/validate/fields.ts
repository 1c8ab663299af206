import { listedUid } from "../../rtc/identity.ts";
import { list, listOrOne } from "../../validation/list.ts";
import { object } from "../../validation/object.ts";
import { accept, anything, choose, pattern, text, type ListSchema, type Schema } from "../../validation/schema.ts";
import type { SttUidLanguages } from "../types/languages-config.ts";

/** A field that v5 does not have. */
export function sinceV6(): Schema<unknown> {
  return accept(() => false, "is only for v6 and v7");
}

/** Recognised languages. Codes are open: the service gets new ones without notice. */
export function languages(max: number): ListSchema<string> {
  return list(text(), 1, max);
}

/** A user who may speak. */
export function speaker(): Schema<string> {
  return listedUid(pattern(/^\d*[1-9]\d*$/, "must be an integer from 1 on in a string"));
}

/** Languages by speaker; since v6. */
export function uidLanguages(): ListSchema<SttUidLanguages> {
  return listOrOne(object<SttUidLanguages>({ uid: speaker(), languages: listOrOne(text(), 0, 4) }, {}), 0, 5);
}

export function keywords(): ListSchema<string> {
  return list(text(), 0, 500);
}

/** Uids, or the words that stand for everybody: `all`, in the beta `#allStream#`. */
export function speakers(max: number, lists: typeof list<string> = list): ListSchema<string> {
  const isEverybody = (value: unknown) => typeof value === "string" && /^(all|#allstream#)$/i.test(value);
  return lists(
    choose<string, boolean>(isEverybody, (everybody) => (everybody ? anything() : speaker())),
    0,
    max,
  );
}

/** The name of a task. */
export function instanceId(): Schema<string> {
  return pattern(/^[\w-]{1,64}$/, "must have 1 to 64 characters of a-z A-Z 0-9 - _");
}

/** The name of an agent, of any characters. */
export function agentName(): Schema<string> {
  return pattern(/^.{1,64}$/su, "must have 1 to 64 characters");
}
