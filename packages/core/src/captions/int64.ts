/**
 * An int64 of either encoding, exactly: the wire gives a bigint (a string where the platform has no bigint), JSON a number or,
 * where a number would have been rounded, its digits. Undefined if the value is no integer or was rounded on the way.
 */
function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === "string" && /^-?\d{1,19}$/.test(value) ? BigInt(value) : undefined;
}

/** A uid in decimal digits. The int32 of beta servers makes the upper half of the 32-bit uids negative. */
export function toUid(value: unknown): string | undefined {
  const uid = toBigInt(value);
  if (uid === undefined || uid < -0x8000_0000n) return undefined;
  return String(uid < 0n ? BigInt.asUintN(32, uid) : uid);
}

/** An opaque identifier; a number in decimal digits. 0 means that there is no identifier: protobuf cannot tell the two apart. */
export function toId(value: unknown): string | undefined {
  const id = String((typeof value === "string" ? value : toBigInt(value)) ?? "");
  return id === "" || id === "0" ? undefined : id;
}

/** A number of milliseconds, if it is known: positive, and exact. */
export function toMs(value: unknown): number | undefined {
  const ms = Number(toBigInt(value));
  return Number.isSafeInteger(ms) && ms > 0 ? ms : undefined;
}

/** Milliseconds since the epoch. What lies before 1973 counts from somewhere else. */
export function toEpochMs(value: unknown): number | undefined {
  const ms = toMs(value);
  return ms !== undefined && ms >= 1e11 ? ms : undefined;
}
