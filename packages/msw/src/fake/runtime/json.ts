/** A parsed JSON object whose fields nobody has looked at yet. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deep equality of parsed JSON; the order of keys does not count. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}

/** The same without the fields that are null: the service takes them for fields that are not there. */
export function withoutNulls(value: JsonObject): JsonObject {
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, cleared(field)]));
}

function cleared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleared);
  return isObject(value) ? withoutNulls(value) : value;
}

/** The parsed text, or null when it is not JSON. */
export function parseJson(text: string): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return null;
  }
}

export const text = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

export const number = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

export const object = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Old programs give one item in place of a list. */
export const listOrOne = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const texts = (value: unknown): readonly string[] =>
  list(value).filter((item): item is string => typeof item === "string");
