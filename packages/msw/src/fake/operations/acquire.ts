import { acquireProblems } from "../checks/acquire.ts";
import { identityProblems, isChannelName } from "../checks/identity.ts";
import { forgetOldest } from "../forget.ts";
import { ok, type Answer } from "../http/answer.ts";
import { isObject, number, object, text, type JsonObject } from "../json.ts";
import { invalidField, refusals } from "../refusals.ts";
import type { World } from "../world.ts";

export function acquire(world: World, body: JsonObject): Answer {
  const { settings, conditions } = world;
  const [problem] = [...identityProblems(body), ...acquireProblems(body)];
  if (problem !== undefined) return invalidField("recording.acquire", problem);
  const request = object(body.clientRequest);
  const cname = text(body.cname, "");
  const uid = text(body.uid, "");
  const isWeb = request.scene === 1;
  const isOlder = settings.codes === "older";
  if (!isWeb && !isChannelName(cname)) return isOlder ? refusals.channelNameOlder : refusals.channelName;
  if (conditions.suspended) return refusals.notActive;
  if (runningTasks(world, isWeb) >= settings.maxConcurrent[isWeb ? "web" : "rtc"]) return refusals.overload;
  forgetOldest(world);
  const id = world.ids.resourceId();
  world.resources.set(id, {
    id,
    cname,
    uid,
    acquiredAt: world.scheduler.now(),
    expiredHours: number(request.resourceExpiredHour, 72),
    isWeb,
    region: request.region,
    startParameter: isObject(request.startParameter) ? request.startParameter : null,
    sid: null,
  });
  return ok({ cname, uid, resourceId: id });
}

function runningTasks(world: World, isWeb: boolean): number {
  return [...world.tasks.values()].filter((task) => task.phase === "running" && (task.mode === "web") === isWeb).length;
}
