import { isObject } from "../runtime/json.ts";
import { get } from "../validation/get.ts";

/**
 * The `updateMask` of an update: the dotted paths of the fields that are given, in their order, with commas between.
 * Lists and single values count as given; objects count by what is in them, so an empty one does not. Null says the same
 * as leaving a field out; where nothing else is given, the fields that are null are what the update is about.
 */
export function deriveUpdateMask(fields: object): string {
  const paths = pathsOf(fields, "");
  const given = paths.filter((path) => get(fields, path) !== null);
  return (given.length > 0 ? given : paths).join(",");
}

function pathsOf(value: unknown, path: string): string[] {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return [];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name));
}
