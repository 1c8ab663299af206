import { pathPart } from "../../rtc/identity.ts";
import type { SttAgentTarget } from "../types/handle.ts";
import { object } from "../../validation/object.ts";
import { once, oneOf } from "../../validation/schema.ts";

/** A handle is an object with these fields, whatever else it has: the App ID and the grant are looked at elsewhere. */
export type CheckedAgent = Omit<SttAgentTarget, "appId" | "grant">;

export const agentHandle = /* @__PURE__ */ once(() =>
  object<CheckedAgent>({ agentId: pathPart() }, { version: oneOf(["v7"]) }, undefined, "free"),
);

/** A call on what runs, and nothing more. */
export const agentCall = /* @__PURE__ */ once(() => object<{ handle: CheckedAgent }>({ handle: agentHandle() }, {}));
