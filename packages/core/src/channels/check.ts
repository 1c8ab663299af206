import { accept, type Schema } from "../validation/schema.ts";

/** It stands in the path of a URL, where `.` and `..` would lead elsewhere. */
export function cname(): Schema<string> {
  return accept(
    (value) => typeof value === "string" && /^(?!\.\.?$)\P{Cs}+$/u.test(value),
    "must be the name of a channel",
  );
}

export function uid(): Schema<number | string> {
  return accept(
    (value) => /^[1-9]\d*$/.test(String(value)),
    "must be an integer from 1 on; accounts in words are not supported",
  );
}

export function ruleId(): Schema<number> {
  return accept(Number.isInteger, "must be the ID of a rule, as ban returned it");
}
