import { isObject } from "../runtime/json.ts";

/**
 * The `updateMask` of an update: the dotted paths of the fields that are given, in their order, with commas between.
 * Lists and single values count as given, null too; objects count by what is in them, so an empty one does not.
 */
export function deriveUpdateMask(fields: object): string {
  return pathsOf(fields, "").join(",");
}

function pathsOf(value: unknown, path: string): string[] {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return [];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name));
}
