import { layoutProblems } from "../checks/layout.ts";
import { ok, type Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { object, type JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import { readLayout } from "../task/layout.ts";
import type { ServiceState } from "../../state/state.ts";
import { echo, findTask, isReachable } from "./session.ts";

/** Replaces the whole layout: what is left out returns to its default. */
export function updateLayout(state: ServiceState, route: RecordingRoute, body: JsonObject): Answer {
  const found = findTask(state, route, body);
  if (!("task" in found)) return found;
  const { task } = found;
  if (task.mode !== "mix" && task.mode !== "other") return invalidField(route.operation, "mode");
  const request = object(body.clientRequest);
  const [problem] = layoutProblems(request);
  const code = state.settings.codes === "older" ? 1028 : 2;
  if (problem !== undefined) return invalidField(route.operation, problem, code);
  if (task.phase !== "running" || !isReachable(state, task)) return refusals.noWorker;
  task.layout = readLayout(request);
  return ok(echo(task));
}
