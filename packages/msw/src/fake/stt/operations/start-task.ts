import type { Answer } from "../../http/answer.ts";
import type { ServiceState } from "../../state/state.ts";
import { flatProblems } from "../checks/flat.ts";
import { taskLimits } from "../checks/limits.ts";
import { isNestedBody, nestedProblems } from "../checks/nested.ts";
import { alreadyStarted, badSchema, taskRefusals } from "../refusals.ts";
import { isAlive, type SttTask } from "../run/run.ts";
import { leaseMs } from "../run/timing.ts";
import type { BuilderToken } from "../../state/stt-state.ts";
import { createTask, versionOf } from "../lifecycle/create-task.ts";
import { schemaRefusal, taskAnswer, type SttCall } from "./answers.ts";

export function startTask({ state, body, botTokens }: SttCall, token: BuilderToken): Answer {
  const running = token.task ?? startedSibling(state, token);
  if (running) return repeated(state, running);
  if (state.scheduler.now() - token.acquiredAt >= leaseMs) return taskRefusals.expired;
  if (!body) return badSchema("the body is not a JSON object");
  const problems = isNestedBody(body) ? nestedProblems(body) : flatProblems(body, taskLimits(versionOf(state, body)));
  return schemaRefusal(problems) ?? taskAnswer(createTask(state, token, body, botTokens));
}

/** Of all tokens of one instance only one can start: not while its task runs, nor when they are older than that. */
function startedSibling(state: ServiceState, { instanceId, acquiredAt }: BuilderToken): SttTask | null {
  const tasks = [...state.stt.tasks.values()].filter((task) => task.instanceId === instanceId);
  return tasks.find((task) => isAlive(task) || task.createdAt >= acquiredAt) ?? null;
}

function repeated(state: ServiceState, { id }: SttTask): Answer {
  const { repeatedStart } = state.settings.stt;
  if (repeatedStart === "message") return alreadyStarted(id);
  return repeatedStart === 201 ? taskRefusals.running : taskRefusals.repeatedStart;
}
