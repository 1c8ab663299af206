import { isInteger } from "../../checks/values.ts";
import { forgetOldest } from "../../state/forget.ts";
import { ok, type Answer } from "../../http/answer.ts";
import { isIntactBuilderToken, isIntactResourceId } from "../../runtime/ids.ts";
import { number, text, type JsonObject } from "../../runtime/json.ts";
import type { SttTasksRoute } from "../../http/stt-routes.ts";
import { badField, taskRefusals } from "../refusals.ts";
import { endRun } from "../lifecycle/ending.ts";
import { isSilent } from "../lifecycle/presence.ts";
import { isAlive, type SttTask } from "../run/run.ts";
import { seconds } from "../lifecycle/notify.ts";
import type { BuilderToken } from "../../state/stt-state.ts";
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

function acquire({ state, body }: SttCall): Answer {
  const [problem] = acquireProblems(body);
  if (problem !== undefined) return badField("sttTasks.acquire", problem);
  forgetOldest(state);
  const token: BuilderToken = {
    name: state.ids.builderToken(),
    instanceId: text(body?.instanceId, ""),
    acquiredAt: state.scheduler.now(),
    expiredHours: number(body?.resourceExpiredHour, 24),
    task: null,
  };
  state.stt.tokens.set(token.name, token);
  return ok({ tokenName: token.name, createTs: seconds(token.acquiredAt), instanceId: token.instanceId });
}

function* acquireProblems(body: JsonObject | null): Generator<string, void, undefined> {
  const { instanceId, resourceExpiredHour } = body ?? {};
  if (typeof instanceId !== "string" || !/^[A-Za-z0-9_-]{1,64}$/.test(instanceId)) yield "instanceId";
  if (resourceExpiredHour !== undefined && !isInteger(resourceExpiredHour, 1, 48)) yield "resourceExpiredHour";
}

/** A whole token that nobody here gave out belongs to the project of somebody else. */
function findToken({ state }: SttCall, { appId, query: search }: SttTasksRoute): BuilderToken | Answer {
  const name = search.get("builderToken") ?? "";
  if (isIntactResourceId(name)) return taskRefusals.otherProduct;
  if (!isIntactBuilderToken(name)) return taskRefusals.unparsable;
  const token = state.stt.tokens.get(name);
  return token && appId === state.settings.appId ? token : taskRefusals.otherApp;
}

function findTask({ state }: SttCall, { taskId }: SttTasksRoute, { task }: BuilderToken): SttTask | Answer {
  if (task?.id !== taskId) {
    if (state.stt.tasks.has(taskId)) return taskRefusals.otherTask;
    return task ? taskRefusals.unknownTask : taskRefusals.notFound;
  }
  return task.endedAt === null ? task : taskRefusals.notFound;
}

function query({ state }: SttCall, task: SttTask): Answer {
  const isUnheard = task.isIn && isSilent(state, task) && state.settings.stt.silentQuery === 206;
  return isUnheard ? taskRefusals.silent : taskAnswer(task);
}

function stop({ state }: SttCall, task: SttTask): Answer {
  if (!isAlive(task)) return taskRefusals.repeatedStop;
  endRun(state, task, "requested");
  return ok("");
}
