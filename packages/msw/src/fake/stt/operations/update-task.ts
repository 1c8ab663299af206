import type { Answer } from "../../http/answer.ts";
import { taskLimits } from "../checks/limits.ts";
import { maskedPaths, maskProblems, updateProblems } from "../checks/update.ts";
import type { SttTasksRoute } from "../../http/stt-routes.ts";
import { badSchema, taskRefusals } from "../refusals.ts";
import { isAlive, type SttTask } from "../run/run.ts";
import { applyUpdate, isTooEarly, nextSequenceId } from "../lifecycle/update.ts";
import { schemaRefusal, taskAnswer, type SttCall } from "./answers.ts";

export function updateTask({ state, body, given }: SttCall, { query }: SttTasksRoute, task: SttTask): Answer {
  if (!isAlive(task)) return taskRefusals.notFound;
  if (!body || !given) return badSchema("the body is not a JSON object");
  const limits = taskLimits(task.version);
  const mask = readMask(query.get("updateMask"));
  const masked = maskedPaths(mask, body, limits);
  const refused =
    schemaRefusal(maskProblems(mask, given, limits)) ??
    schemaRefusal(updateProblems(body, limits, { config: task.config, masked }));
  if (refused) return refused;
  const sequenceId = nextSequenceId(task, query.get("sequenceId"));
  if (sequenceId === null) return badSchema("sequenceId has to grow");
  if (isTooEarly(state, task)) return taskRefusals.tooEarly;
  task.sequenceId = sequenceId;
  applyUpdate(state, task, body, masked);
  return taskAnswer(task);
}

/** Paths with commas between them. */
export const readMask = (value: string | null): string[] =>
  (value ?? "").split(",").flatMap((path) => (path.trim() === "" ? [] : [path.trim()]));
