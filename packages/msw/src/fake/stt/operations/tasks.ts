import { isInteger } from "../../checks/values.ts";
import { forgetOldest } from "../../forget.ts";
import { ok, type Answer } from "../../http/answer.ts";
import { isIntactBuilderToken, isIntactResourceId } from "../../ids.ts";
import { number, text, type JsonObject } from "../../json.ts";
import type { SttTasksRoute } from "../http/routes.ts";
import { badField, taskRefusals } from "../refusals.ts";
import { endRun } from "../run/ending.ts";
import { isSilent } from "../run/presence.ts";
import { isAlive, type SttTask } from "../run/run.ts";
import { seconds } from "../notifications/send.ts";
import type { BuilderToken } from "../stt-world.ts";
import { taskAnswer, type SttCall } from "./answers.ts";
import { startTask } from "./start-task.ts";
import { updateTask } from "./update-task.ts";

/** The builder-token family: beta, v5, v6. */
export function tasks(call: SttCall, route: SttTasksRoute): Answer {
  if (route.operation === "sttTasks.acquire") return acquire(call);
  const token = findToken(call, route);
  if (!("name" in token)) return token;
  if (route.operation === "sttTasks.start") return startTask(call, token);
  const task = findTask(call, route, token);
  if (!("id" in task)) return task;
  if (route.operation === "sttTasks.query") return query(call, task);
  return route.operation === "sttTasks.update" ? updateTask(call, route, task) : stop(call, task);
}

function acquire({ world, body }: SttCall): Answer {
  const [problem] = acquireProblems(body);
  if (problem !== undefined) return badField("sttTasks.acquire", problem);
  forgetOldest(world);
  const token: BuilderToken = {
    name: world.ids.builderToken(),
    instanceId: text(body?.instanceId, ""),
    acquiredAt: world.scheduler.now(),
    expiredHours: number(body?.resourceExpiredHour, 24),
    task: null,
  };
  world.stt.tokens.set(token.name, token);
  return ok({ tokenName: token.name, createTs: seconds(token.acquiredAt), instanceId: token.instanceId });
}

function* acquireProblems(body: JsonObject | null): Generator<string, void, undefined> {
  const { instanceId, resourceExpiredHour } = body ?? {};
  if (typeof instanceId !== "string" || !/^[A-Za-z0-9_-]{1,64}$/.test(instanceId)) yield "instanceId";
  if (resourceExpiredHour !== undefined && !isInteger(resourceExpiredHour, 1, 48)) yield "resourceExpiredHour";
}

/** A whole token that nobody here gave out belongs to the project of somebody else. */
function findToken({ world }: SttCall, { appId, query: search }: SttTasksRoute): BuilderToken | Answer {
  const name = search.get("builderToken") ?? "";
  if (isIntactResourceId(name)) return taskRefusals.otherProduct;
  if (!isIntactBuilderToken(name)) return taskRefusals.unparsable;
  const token = world.stt.tokens.get(name);
  return token && appId === world.settings.appId ? token : taskRefusals.otherApp;
}

function findTask({ world }: SttCall, { taskId }: SttTasksRoute, { task }: BuilderToken): SttTask | Answer {
  if (task?.id !== taskId) {
    if (world.stt.tasks.has(taskId)) return taskRefusals.otherTask;
    return task ? taskRefusals.unknownTask : taskRefusals.notFound;
  }
  return task.endedAt === null ? task : taskRefusals.notFound;
}

function query({ world }: SttCall, task: SttTask): Answer {
  const isUnheard = task.isIn && isSilent(world, task) && world.settings.stt.silentQuery === 206;
  return isUnheard ? taskRefusals.silent : taskAnswer(task);
}

function stop({ world }: SttCall, task: SttTask): Answer {
  if (!isAlive(task)) return taskRefusals.repeatedStop;
  endRun(world, task, "requested");
  return ok("");
}
