/** Names of the fields that are wrong, in the order in which they were looked at. */
export type Problems = Generator<string, void, undefined>;

export const isMissing = (value: unknown): value is undefined => value === undefined;

export function isInteger(value: unknown, min: number, max: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
}

export function isNumber(value: unknown, min: number, max: number): value is number {
  return typeof value === "number" && value >= min && value <= max;
}

export const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** A recorder uid: 1 to 4294967295, in decimal digits. Zeros before it are taken: no document speaks of them. */
export function isUid(value: unknown): value is string {
  return typeof value === "string" && /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 4_294_967_295;
}

/** The uid of somebody in the channel. One that nobody can have is taken, and does nothing. */
export const isSomebody = (value: unknown): boolean => typeof value === "string" && /^\d*[1-9]\d*$/.test(value);

/** The same where 0 and "nobody in particular" are possible too. */
export const isSomebodyOrNobody = (value: unknown): boolean => typeof value === "string" && /^\d*$/.test(value);

export function isUrl(value: unknown, schemes: readonly string[]): value is string {
  return typeof value === "string" && URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
}

/** The empty text counts as left out: clients that serialise every field send it. */
export const isUrlOrNothing = (value: unknown): boolean => value === "" || isUrl(value, ["http", "https"]);

/** A field that may be left out. */
export const isOptional = (value: unknown, check: (value: unknown) => boolean): boolean =>
  value === undefined || check(value);

export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

export const bytes = (value: string): number => new TextEncoder().encode(value).length;
