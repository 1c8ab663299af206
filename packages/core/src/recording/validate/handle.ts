import { get } from "../../validation/get.ts";
import { object } from "../../validation/object.ts";
import { once, string, type ObjectSchema } from "../../validation/schema.ts";
import type { RecordingQueryTarget, RecordingTargetOf } from "../types/handle.ts";
import type { KnownRecordingMode, RecordingMode, RecordingModeWithoutLayout } from "../types/mode.ts";
import { checkCname, isChannelMode, mode } from "./mode.ts";
import { pathPart, uid } from "../../rtc/identity.ts";

/** What is looked at elsewhere: a handle is an object with the other fields, whatever else it has. */
type Unchecked = "appId" | "grant";
/** What a session is about, by service. */
export type Target = Omit<RecordingTargetOf<RecordingMode>, Unchecked>;
export type QueryTarget = Omit<RecordingQueryTarget, Unchecked>;

const path = (without?: readonly KnownRecordingMode[]) => ({
  resourceId: pathPart(),
  sid: pathPart(),
  mode: mode(without),
});

function checkHandle(handle: unknown, report: (path: string, message: string) => void): void {
  checkCname(handle, report, isChannelMode(get(handle, "mode")));
}

/** A handle in any mode but those given. */
function handleWithout(without?: readonly KnownRecordingMode[]): ObjectSchema<Target> {
  return object<Target>({ cname: string(), uid: uid(), ...path(without) }, {}, checkHandle, "free");
}

export const recordingHandle = /* @__PURE__ */ once(() => handleWithout());

/** Query has no body, so it does without channel and uid. */
export const queryHandle = /* @__PURE__ */ once(() =>
  object<QueryTarget>(path(), { cname: string(), uid: uid() }, checkHandle, "free"),
);

/** R30. */
const withoutLayout: readonly RecordingModeWithoutLayout[] = ["raw", "individual", "web"];

/** A handle whose layout can be changed. */
export const layoutHandle = /* @__PURE__ */ once(() => handleWithout(withoutLayout));
