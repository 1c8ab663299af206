import { isNestedBody } from "../checks/nested.ts";
import type { JsonObject } from "../../json.ts";
import { reportStart } from "../../started.ts";
import { later } from "../../tasks/jobs.ts";
import type { World } from "../../world.ts";
import type { TokenFacts } from "../http/token-facts.ts";
import { endRun } from "../run/ending.ts";
import { beginRun, enterChannel, review } from "../run/presence.ts";
import { readFlatConfig, readNestedConfig } from "../run/read-config.ts";
import { freshRun, type SttTask, type TaskVersion } from "../run/run.ts";
import { taskTimeline } from "../run/timing.ts";
import type { BuilderToken } from "../stt-world.ts";

const hourMs = 3_600_000;

/** Starts a task with a checked body. */
export function createTask(
  world: World,
  token: BuilderToken,
  body: JsonObject,
  facts: ReadonlyMap<string, TokenFacts>,
): SttTask {
  const config = isNestedBody(body) ? readNestedConfig(body, facts) : readFlatConfig(body, "task", facts);
  const task: SttTask = {
    ...freshRun(world.ids.taskId(), world.scheduler.now(), config),
    family: "task",
    version: versionOf(world, body),
    tokenName: token.name,
    instanceId: token.instanceId,
    status: "PREPARING",
    sequence: 0,
  };
  token.task = task;
  world.stt.tasks.set(task.id, task);
  play(world, task);
  const endsAt = token.acquiredAt + token.expiredHours * hourMs;
  later(world, task, endsAt - world.scheduler.now(), () => endRun(world, task, "lifetime"));
  review(world, task);
  reportStart(world, { service: "sttTasks", id: task.id, channel: config.channel });
  return task;
}

/** The shape tells the beta; v5 and v6 look alike. */
export const versionOf = (world: World, body: JsonObject): TaskVersion =>
  isNestedBody(body) ? "beta" : world.settings.stt.limits;

function play(world: World, task: SttTask): void {
  const reach = (status: keyof typeof taskTimeline, then: () => void = () => undefined) =>
    later(world, task, taskTimeline[status], () => {
      task.status = status;
      then();
    });
  reach("PREPARED");
  reach("STARTING");
  reach("CREATED", () => enterChannel(world, task));
  reach("STARTED", () => beginRun(world, task));
  reach("IN_PROGRESS");
}
