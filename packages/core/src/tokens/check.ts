import { isObject, type JsonObject } from "../runtime/json.ts";
import { utf8 } from "../crypto/text.ts";
import { refuseValue } from "./refuse.ts";

/** What the documents allow at most, in seconds: 24 hours. */
export const longestLife = 86_400;

export const maxUint32 = 4_294_967_295;

export const hexIdRule = "must be 32 hexadecimal digits, as Agora Console shows them";

/** App ID or certificate. */
export const isHexId = (value: unknown): boolean => typeof value === "string" && /^[\da-f]{32}$/i.test(value);

export function checkHexId(path: string, value: unknown): void {
  if (!isHexId(value)) refuseValue(path, hexIdRule, value);
}

/** Whole numbers of the wire; fractions are cut, as Agora's own libraries do. */
export function checkSeconds(path: string, value: unknown, min: number, max: number): number {
  const seconds = typeof value === "number" ? Math.floor(value) : Number.NaN;
  if (!(seconds >= min && seconds <= max)) refuseValue(path, `must be ${min} to ${max} (seconds)`, value);
  return seconds;
}

export function checkChannelName(path: string, value: unknown): void {
  if (typeof value !== "string" || !/^[\w !#$%&()+\-:;<=.>?@[\]^{}|~,*]+$/.test(value) || utf8(value).length > 63) {
    // An empty name would fit every channel, which must be said with a star.
    const message = "must have 1 to 63 characters of a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~, (* for any)";
    refuseValue(path, message, value);
  }
}

/** A text that UTF-8 can hold as it is: half a surrogate pair would become another letter, and so another user. */
function isAccount(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !/\p{Surrogate}/u.test(value) && utf8(value).length <= 255;
}

export function checkUserId(path: string, value: unknown): void {
  if (!isAccount(value)) refuseValue(path, "must be a well-formed text of 1 to 255 bytes", value);
}

export function checkUid(path: string, value: unknown): void {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= maxUint32) return;
  // An empty text would fit every user, which must be said with the number 0.
  if (isAccount(value)) return;
  refuseValue(
    path,
    `must be an integer from 0 (any user) to ${maxUint32}, or a well-formed user account of 1 to 255 bytes`,
    value,
  );
}

/** For callers without types: reading a field of nothing would be a bare TypeError. */
export function checkObject(path: string, value: unknown): asserts value is JsonObject {
  if (!isObject(value)) refuseValue(path, "must be an object", value);
}
