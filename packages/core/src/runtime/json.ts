/** A JSON object whose fields are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at `value[key]`, or an empty one: for reading answers whose shape is not guaranteed. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return isObject(found) ? found : {};
}

/** The string at `value[key]` when it is there and not empty. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const found = value[key];
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The integer at `value[key]`; a string of digits counts, because some answers quote their numbers. */
export function integerAt(value: JsonObject, key: string): number | undefined {
  const found = value[key];
  const number = typeof found === "string" && /^\d{1,15}$/.test(found) ? Number(found) : found;
  return Number.isInteger(number) ? (number as number) : undefined;
}

/** The JSON value of a body, or undefined for a page, an empty body and a cut one. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
