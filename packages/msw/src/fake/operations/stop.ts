import { isBoolean, isOptional } from "../checks/values.ts";
import { ok, type Answer } from "../http/answer.ts";
import type { RecordingRoute } from "../http/routes.ts";
import { object, type JsonObject } from "../json.ts";
import { invalidField, refusals } from "../refusals.ts";
import { endTask } from "../tasks/ending.ts";
import { filesOf } from "../tasks/files.ts";
import type { Task, WebTask } from "../tasks/task.ts";
import { servicesState } from "../tasks/services.ts";
import { leavingMs, syncStopMs } from "../tasks/timing.ts";
import { strandTask } from "../tasks/stranded.ts";
import { hasRecorded, uploadOutcome, uploadTime } from "../tasks/upload.ts";
import type { World } from "../world.ts";
import { fileFields, webFiles } from "./query.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function stop(world: World, route: RecordingRoute, body: JsonObject): Answer {
  const found = findTask(world, route, body);
  if (!("task" in found)) return found;
  const { task } = found;
  const { async_stop } = object(body.clientRequest);
  if (!isOptional(async_stop, isBoolean)) return invalidField(route.operation, "async_stop");
  if (!isReachable(world, task)) return refusals.noWorker;
  if (task.phase !== "running") {
    return world.scheduler.now() < task.leavingUntil ? refusals.alreadyStopping : refusals.noWorker;
  }
  return async_stop === true ? stopLater(world, task) : stopNow(world, task);
}

/** Answers at once, with the files that are known so far. */
function stopLater(world: World, task: Task): Answer {
  const known = filesOf(task, world.scheduler.now());
  const uploadMs = hasRecorded(task, world.scheduler.now()) ? uploadTime(world) : 0;
  if (uploadMs > 0 && uploadOutcome(world, task) === "stranded") strandTask(world, task, uploadMs);
  else endTask(world, task, "requested", { uploadMs: Math.max(uploadMs, leavingMs) });
  const listed = new Set(known.map((file) => file.fileName));
  return ok({ ...echo(task), serverResponse: result(world, task, "unknown", listed) });
}

/** Answers when everything is uploaded, but does not wait for ever. */
function stopNow(world: World, task: Task): Answer {
  const now = world.scheduler.now();
  const { ms, hold } = world.conditions.upload;
  if (task.mode !== "web" && task.config.services) {
    endTask(world, task, "requested");
    return ok({ ...echo(task), serverResponse: servicesState(task, task.config.services) });
  }
  if (!hasRecorded(task, now)) {
    endTask(world, task, "requested");
    return refusals.nothingRecorded;
  }
  const uploadingStatus = uploadOutcome(world, task);
  if (uploadingStatus === "stranded") {
    strandTask(world, task, uploadTime(world));
    return ok({ ...echo(task), serverResponse: result(world, task, uploadingStatus) });
  }
  if (ms > syncStopMs) {
    endTask(world, task, "requested", { uploadMs: ms });
    return { ...refusals.uploadTimeout, holdMs: hold ? syncStopMs : 0 };
  }
  endTask(world, task, "requested", { uploadMs: hold ? ms : 0 });
  return { ...ok({ ...echo(task), serverResponse: result(world, task, uploadingStatus) }), holdMs: hold ? ms : 0 };
}

function result(world: World, task: Task, uploadingStatus: string, listed?: ReadonlySet<string>): object {
  const now = world.scheduler.now();
  const isListed = (name: unknown) => listed === undefined || (typeof name === "string" && listed.has(name));
  if (task.mode === "web") return webResult(task, uploadingStatus, now, isListed);
  if (task.config.services) return servicesState(task, task.config.services);
  if (task.config.snapshotInterval !== null) return { uploadingStatus };
  const files = filesOf(task, now, true).filter((file) => isListed(file.fileName));
  return { uploadingStatus, ...fileFields(task, files) };
}

function webResult(task: WebTask, uploadingStatus: string, now: number, isListed: (name: unknown) => boolean): object {
  const fileList = webFiles(task, now).filter((file) => isListed(object(file).filename));
  const recorder = { state: "exit", onhold: task.onhold, fileList };
  return {
    extensionServiceState: [
      { serviceName: "upload_service", payload: { uploadingStatus } },
      { serviceName: "web_recorder_service", payload: recorder },
      ...(task.rtmp ? [{ serviceName: "rtmp_publish_service", payload: { status: task.rtmp.status } }] : []),
    ],
  };
}
