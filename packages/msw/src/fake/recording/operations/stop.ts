import { isBoolean, isOptional } from "../../checks/values.ts";
import { ok, type Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { object, type JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import { endTask } from "../lifecycle/ending.ts";
import { filesOf } from "../task/files.ts";
import type { Task, WebTask } from "../task/task.ts";
import { servicesState } from "../task/services.ts";
import { leavingMs, syncStopMs } from "../task/timing.ts";
import { strandTask } from "../lifecycle/stranded.ts";
import { hasRecorded, uploadOutcome, uploadTime } from "../lifecycle/upload.ts";
import type { ServiceState } from "../../state/state.ts";
import { fileFields, webFiles } from "./query.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function stop(state: ServiceState, route: RecordingRoute, body: JsonObject): Answer {
  const found = findTask(state, route, body);
  if (!("task" in found)) return found;
  const { task } = found;
  const { async_stop } = object(body.clientRequest);
  if (!isOptional(async_stop, isBoolean)) return invalidField(route.operation, "async_stop");
  if (!isReachable(state, task)) return refusals.noWorker;
  if (task.phase !== "running") {
    return state.scheduler.now() < task.leavingUntil ? refusals.alreadyStopping : refusals.noWorker;
  }
  return async_stop === true ? stopLater(state, task) : stopNow(state, task);
}

/** Answers at once, with the files that are known so far. */
function stopLater(state: ServiceState, task: Task): Answer {
  const known = filesOf(task, state.scheduler.now());
  const uploadMs = hasRecorded(task, state.scheduler.now()) ? uploadTime(state) : 0;
  if (uploadMs > 0 && uploadOutcome(state, task) === "stranded") strandTask(state, task, uploadMs);
  else endTask(state, task, "requested", { uploadMs: Math.max(uploadMs, leavingMs) });
  const listed = new Set(known.map((file) => file.fileName));
  return ok({ ...echo(task), serverResponse: result(state, task, "unknown", listed) });
}

/** Answers when everything is uploaded, but does not wait for ever. */
function stopNow(state: ServiceState, task: Task): Answer {
  const now = state.scheduler.now();
  const { ms, hold } = state.conditions.upload;
  if (task.mode !== "web" && task.config.services) {
    endTask(state, task, "requested");
    return ok({ ...echo(task), serverResponse: servicesState(task, task.config.services) });
  }
  if (!hasRecorded(task, now)) {
    endTask(state, task, "requested");
    return refusals.nothingRecorded;
  }
  const uploadingStatus = uploadOutcome(state, task);
  if (uploadingStatus === "stranded") {
    strandTask(state, task, uploadTime(state));
    return ok({ ...echo(task), serverResponse: result(state, task, uploadingStatus) });
  }
  if (ms > syncStopMs) {
    endTask(state, task, "requested", { uploadMs: ms });
    return { ...refusals.uploadTimeout, holdMs: hold ? syncStopMs : 0 };
  }
  endTask(state, task, "requested", { uploadMs: hold ? ms : 0 });
  return { ...ok({ ...echo(task), serverResponse: result(state, task, uploadingStatus) }), holdMs: hold ? ms : 0 };
}

function result(state: ServiceState, task: Task, uploadingStatus: string, listed?: ReadonlySet<string>): object {
  const now = state.scheduler.now();
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
