import { lazy } from "valibot";
import { listedUid } from "../../recording/validate/identity.ts";
import { isAbsent } from "../../validation/absent.ts";
import { advise, custom, list, object, pattern, text, type Schema } from "../../validation/schema.ts";

/** Whatever it is: for fields that the service ignores, or whose shape is disputed. */
export function anything(): Schema {
  return custom(() => true);
}

/** A field that v5 does not have. */
export function sinceV6(): Schema {
  return custom(() => false, "is only for v6 and v7");
}

/** A list, or its one item in its place, with a warning: documents and programs show both. */
export function listOrOne(item: Schema, min = 0, max = Infinity): Schema {
  const alone = item.fields ? "object" : "string";
  return lazy((value) =>
    isAbsent(value) || Array.isArray(value) || typeof value !== alone
      ? list(item, min, max)
      : advise(item, () => false, "is documented as a list"),
  );
}

/** Recognised languages. Codes are open: the service gets new ones without notice. */
export function languages(max: number): Schema {
  return list(text(), 1, max);
}

/** Somebody who may speak. */
export function speaker(): Schema {
  return listedUid(pattern(/^\d*[1-9]\d*$/, "must be an integer from 1 on in a string"));
}

/** Languages by speaker; since v6. */
export function uidLanguages(version: unknown): Schema {
  return version === "v5" ? sinceV6() : listOrOne(object({ uid: speaker(), languages: listOrOne(text(), 0, 4) }), 0, 5);
}

export function keywords(): Schema {
  return list(text(), 0, 500);
}

/** Uids, or the words that stand for everybody: `all`, in the beta `#allStream#`. */
export function speakers(max: number, lists = list): Schema {
  return lists(
    lazy((value) => (typeof value === "string" && /^(all|#allstream#)$/i.test(value) ? anything() : speaker())),
    0,
    max,
  );
}

/** The name of a task. */
export function instanceId(): Schema {
  return pattern(/^[\w-]{1,64}$/, "must have 1 to 64 characters of a-z A-Z 0-9 - _");
}

/** The name of an agent, of any characters. */
export function agentName(): Schema {
  return pattern(/^.{1,64}$/su, "must have 1 to 64 characters");
}
