import { updateProblems } from "../checks/update.ts";
import { ok, type Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { list, object, type JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import { reviewChannel } from "../lifecycle/rtc.ts";
import { readStorage } from "../task/storage.ts";
import { readStreamSubscribe } from "../task/subscription.ts";
import type { Task, WebTask } from "../task/task.ts";
import { push, recordPage } from "../lifecycle/web.ts";
import type { ServiceState } from "../../state/state.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function update(state: ServiceState, route: RecordingRoute, body: JsonObject): Answer {
  const found = findTask(state, route, body);
  if (!("task" in found)) return found;
  const { task } = found;
  const request = object(body.clientRequest);
  const [problem] = updateProblems(request, {
    mode: task.mode,
    streamTypes: task.mode === "web" ? 2 : task.config.streamTypes,
    hasPush: task.mode === "web" && task.rtmp !== null,
  });
  if (problem !== undefined) return invalidField(route.operation, problem);
  if (task.phase !== "running" || !isReachable(state, task)) return refusals.noWorker;
  apply(state, task, request);
  return ok(echo(task));
}

function apply(state: ServiceState, task: Task, request: JsonObject): void {
  if (request.storageConfig !== undefined) task.storage = readStorage(request.storageConfig);
  if (task.mode === "web") applyToPage(state, task, request);
  else if (request.streamSubscribe !== undefined) {
    task.subscription = readStreamSubscribe(object(request.streamSubscribe), task.config.streamTypes);
    reviewChannel(state, task);
  }
}

function applyToPage(state: ServiceState, task: WebTask, request: JsonObject): void {
  if (request.webRecordingConfig !== undefined) {
    task.onhold = object(request.webRecordingConfig).onhold === true;
    recordPage(state, task);
  }
  const output = object(list(object(request.rtmpPublishConfig).outputs)[0]);
  if (typeof output.rtmpUrl === "string") push(state, task, output.rtmpUrl);
}
