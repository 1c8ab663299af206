import { isAbsent } from "../validation/absent.ts";
import { get } from "../validation/get.ts";
import type { ValidationIssue } from "../validation/issue.ts";
import { accept, type Schema } from "../validation/schema.ts";
import { shapeOf } from "../validation/shape.ts";

function issue(isRight: boolean, path: string, message: string, value: unknown): ValidationIssue[] {
  return isRight ? [] : [{ path, message, received: shapeOf(value) }];
}

/** It stands in the path of a URL, where `.` and `..` would lead elsewhere. */
export const checkCname = (cname: unknown): ValidationIssue[] =>
  issue(
    typeof cname === "string" && /^(?!\.\.?$)\P{Cs}+$/u.test(cname),
    "cname",
    "must be the name of a channel",
    cname,
  );

export const checkUid = (uid: unknown): ValidationIssue[] =>
  issue(
    /^[1-9]\d*$/.test(String(uid)),
    "uid",
    "must be an integer from 1 on; accounts in words are not supported",
    uid,
  );

export const checkId = (id: unknown): ValidationIssue[] =>
  issue(Number.isInteger(id), "id", "must be the ID of a rule, as ban returned it", id);

export const checkPage = (filter: unknown): ValidationIssue[] =>
  [["page_no", 0] as const, ["page_size", 1] as const].flatMap(([name, least]) => {
    const value = get(filter, name) ?? least;
    return issue(Number.isInteger(value) && Number(value) >= least, name, `must be an integer from ${least} on`, value);
  });

/** A rule about nobody in particular is documented nowhere, and would be one about everybody. */
export function checkBan(request: unknown): ValidationIssue[] {
  const [cname, uid, ip] = ["cname", "uid", "ip"].map((name) => get(request, name) || undefined);
  const privileges = get(request, "privileges");
  return [
    ...issue((cname ?? uid ?? ip) !== undefined, "", "must have a cname, a uid or an ip", undefined),
    ...(isAbsent(get(request, "uid")) ? [] : checkUid(get(request, "uid"))),
    ...issue(
      Array.isArray(privileges) && privileges.length > 0,
      "privileges",
      "must be a list of privileges",
      privileges,
    ),
  ];
}

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
