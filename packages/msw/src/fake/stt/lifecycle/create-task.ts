import { isNestedBody } from "../checks/nested.ts";
import type { JsonObject } from "../../runtime/json.ts";
import { reportStart } from "../../state/started.ts";
import { later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import type { TokenFacts } from "../run/token-facts.ts";
import { endRun } from "./ending.ts";
import { beginRun, enterChannel, review } from "./presence.ts";
import { readFlatConfig, readNestedConfig } from "../run/read-config.ts";
import { freshRun, type SttTask, type TaskVersion } from "../run/run.ts";
import { taskTimeline } from "../run/timing.ts";
import type { BuilderToken } from "../../state/stt-state.ts";

const hourMs = 3_600_000;

/** Starts a task with a checked body. */
export function createTask(
  state: ServiceState,
  token: BuilderToken,
  body: JsonObject,
  facts: ReadonlyMap<string, TokenFacts>,
): SttTask {
  const config = isNestedBody(body) ? readNestedConfig(body, facts) : readFlatConfig(body, "task", facts);
  const task: SttTask = {
    ...freshRun(state.ids.taskId(), state.scheduler.now(), config),
    family: "task",
    version: versionOf(state, body),
    tokenName: token.name,
    instanceId: token.instanceId,
    status: "PREPARING",
    sequence: 0,
  };
  token.task = task;
  state.stt.tasks.set(task.id, task);
  play(state, task);
  const endsAt = token.acquiredAt + token.expiredHours * hourMs;
  later(state, task, endsAt - state.scheduler.now(), () => endRun(state, task, "lifetime"));
  review(state, task);
  reportStart(state, { service: "sttTasks", id: task.id, channel: config.channel });
  return task;
}

/** The shape tells the beta; v5 and v6 look alike. */
export const versionOf = (state: ServiceState, body: JsonObject): TaskVersion =>
  isNestedBody(body) ? "beta" : state.settings.stt.limits;

function play(state: ServiceState, task: SttTask): void {
  const reach = (status: keyof typeof taskTimeline, then: () => void = () => undefined) =>
    later(state, task, taskTimeline[status], () => {
      task.status = status;
      then();
    });
  reach("PREPARED");
  reach("STARTING");
  reach("CREATED", () => enterChannel(state, task));
  reach("STARTED", () => beginRun(state, task));
  reach("IN_PROGRESS");
}
