import { isAbsent } from "../validation/absent.ts";
import type { MigrationChange } from "./change.ts";

/** Collects what becomes of the fields. Only fields that were given are told of. */
export interface Changes {
  readonly list: MigrationChange[];
  moved<Value>(value: Value, path: string, to: string, note?: string): Value;
  changed(path: string, note: string): void;
  dropped(value: unknown, path: string, note: string): void;
  added(path: string, note: string): void;
}

/** @param movedNote what is said of a moved field that has no note of its own */
export function collectChanges(movedNote = ""): Changes {
  const list: MigrationChange[] = [];
  return {
    list,
    moved(value, path, to, note = movedNote) {
      if (!isAbsent(value)) list.push({ path, kind: "moved", to, note });
      return value;
    },
    changed(path, note) {
      list.push({ path, kind: "changed", note });
    },
    dropped(value, path, note) {
      if (!isAbsent(value)) list.push({ path, kind: "dropped", note });
    },
    added(path, note) {
      list.push({ path, kind: "added", note });
    },
  };
}
