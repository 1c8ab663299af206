import { pathPart } from "../../rtc/identity.ts";
import type { SttTaskTarget } from "../types/handle.ts";
import type { SttTaskVersion } from "../types/version.ts";
import { object } from "../../validation/object.ts";
import { once, oneOf, type Schema } from "../../validation/schema.ts";

/** The generations that have tasks. */
export function taskVersion(): Schema<SttTaskVersion> {
  return oneOf(["v6", "v5", "beta"]);
}

/** A handle is an object with these fields, whatever else it has: the App ID and the grant are looked at elsewhere. */
export type CheckedTask = Omit<SttTaskTarget, "appId" | "grant">;

export const taskHandle = /* @__PURE__ */ once(() =>
  object<CheckedTask>({ tokenName: pathPart(), taskId: pathPart() }, { version: taskVersion() }, undefined, "free"),
);

/** A call on what runs, and nothing more. */
export const taskCall = /* @__PURE__ */ once(() => object<{ handle: CheckedTask }>({ handle: taskHandle() }, {}));
