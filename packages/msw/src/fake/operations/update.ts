import { updateProblems } from "../checks/update.ts";
import { ok, type Answer } from "../http/answer.ts";
import type { RecordingRoute } from "../http/routes.ts";
import { list, object, type JsonObject } from "../json.ts";
import { invalidField, refusals } from "../refusals.ts";
import { reviewChannel } from "../tasks/rtc.ts";
import { readStorage } from "../tasks/storage.ts";
import { readStreamSubscribe } from "../tasks/subscription.ts";
import type { Task, WebTask } from "../tasks/task.ts";
import { push, recordPage } from "../tasks/web.ts";
import type { World } from "../world.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function update(world: World, route: RecordingRoute, body: JsonObject): Answer {
  const found = findTask(world, route, body);
  if (!("task" in found)) return found;
  const { task } = found;
  const request = object(body.clientRequest);
  const [problem] = updateProblems(request, {
    mode: task.mode,
    streamTypes: task.mode === "web" ? 2 : task.config.streamTypes,
    hasPush: task.mode === "web" && task.rtmp !== null,
  });
  if (problem !== undefined) return invalidField(route.operation, problem);
  if (task.phase !== "running" || !isReachable(world, task)) return refusals.noWorker;
  apply(world, task, request);
  return ok(echo(task));
}

function apply(world: World, task: Task, request: JsonObject): void {
  if (request.storageConfig !== undefined) task.storage = readStorage(request.storageConfig);
  if (task.mode === "web") applyToPage(world, task, request);
  else if (request.streamSubscribe !== undefined) {
    task.subscription = readStreamSubscribe(object(request.streamSubscribe), task.config.streamTypes);
    reviewChannel(world, task);
  }
}

function applyToPage(world: World, task: WebTask, request: JsonObject): void {
  if (request.webRecordingConfig !== undefined) {
    task.onhold = object(request.webRecordingConfig).onhold === true;
    recordPage(world, task);
  }
  const output = object(list(object(request.rtmpPublishConfig).outputs)[0]);
  if (typeof output.rtmpUrl === "string") push(world, task, output.rtmpUrl);
}
