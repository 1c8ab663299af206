import { acquireProblems } from "../checks/acquire.ts";
import { identityProblems, isChannelName } from "../../checks/identity.ts";
import { forgetOldest } from "../../state/forget.ts";
import { ok, type Answer } from "../../http/answer.ts";
import { isObject, number, object, text, type JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import type { ServiceState } from "../../state/state.ts";

export function acquire(state: ServiceState, body: JsonObject): Answer {
  const { settings, conditions } = state;
  const [problem] = [...identityProblems(body), ...acquireProblems(body)];
  if (problem !== undefined) return invalidField("recording.acquire", problem);
  const request = object(body.clientRequest);
  const cname = text(body.cname, "");
  const uid = text(body.uid, "");
  const isWeb = request.scene === 1;
  const isOlder = settings.codes === "older";
  if (!isWeb && !isChannelName(cname)) return isOlder ? refusals.channelNameOlder : refusals.channelName;
  if (conditions.suspended) return refusals.notActive;
  if (runningTasks(state, isWeb) >= settings.maxConcurrent[isWeb ? "web" : "rtc"]) return refusals.overload;
  forgetOldest(state);
  const id = state.ids.resourceId();
  state.resources.set(id, {
    id,
    cname,
    uid,
    acquiredAt: state.scheduler.now(),
    expiredHours: number(request.resourceExpiredHour, 72),
    isWeb,
    region: request.region,
    startParameter: isObject(request.startParameter) ? request.startParameter : null,
    sid: null,
  });
  return ok({ cname, uid, resourceId: id });
}

function runningTasks(state: ServiceState, isWeb: boolean): number {
  return [...state.tasks.values()].filter((task) => task.phase === "running" && (task.mode === "web") === isWeb).length;
}
