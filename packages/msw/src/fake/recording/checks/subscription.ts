import { list, type JsonObject } from "../../runtime/json.ts";
import { everyone, listOf } from "../task/subscription.ts";
import { isMissing, type Problems } from "../../checks/values.ts";

interface Rules {
  readonly streamTypes: number;
  readonly path: string;
  /** update refuses empty lists; at start they count as left out. */
  readonly allowEmpty: boolean;
}

/** The lists of one medium: at most one of them, and none for a medium that is not recorded. */
export function* uidListProblems(config: JsonObject, medium: "Audio" | "Video", rules: Rules): Problems {
  const without = medium === "Audio" ? 1 : 0;
  const wanted = listOf(config, `subscribe${medium}Uids`);
  const unwanted = listOf(config, `unSubscribe${medium}Uids`, `unsubscribe${medium}Uids`);
  for (const { name, value } of [wanted, unwanted]) {
    if (isMissing(value)) continue;
    if (!isUidList(value, rules.allowEmpty, name.startsWith("subscribe"))) yield `${rules.path}${name}`;
    if (rules.streamTypes === without && list(value).length > 0) yield `${rules.path}${name}`;
  }
  if (list(wanted.value).length > 0 && list(unwanted.value).length > 0) yield `${rules.path}${unwanted.name}`;
}

function isUidList(value: unknown, allowEmpty: boolean, allowEveryone: boolean): boolean {
  const items = list(value);
  if (!Array.isArray(value) || items.length > 32 || (items.length === 0 && !allowEmpty)) return false;
  if (items.includes(everyone)) return allowEveryone && items.length === 1;
  return items.every((item) => typeof item === "string" && item !== "");
}
