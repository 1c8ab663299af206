import type { SessionSnapshot } from "./snapshot-types.ts";

/** Whether two snapshots show the same. When it was checked last is no news by itself. */
export function isSameSnapshot(a: SessionSnapshot, b: SessionSnapshot): boolean {
  return (Object.keys(a) as (keyof SessionSnapshot)[]).every(
    (key) => key === "checkedAt" || a[key] === b[key] || (key !== "error" && isSameJson(a[key], b[key])),
  );
}

/** Whether two values of snapshots are the same as JSON; their fields always come in one order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
