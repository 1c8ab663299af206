import { identityProblems } from "../../checks/identity.ts";
import type { Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { isIntactResourceId } from "../../runtime/ids.ts";
import type { JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import type { Task } from "../task/task.ts";
import type { ServiceState } from "../../state/state.ts";

/** The task that a call is about, or why it was not found. `body` is null for calls without a body. */
export function findTask(state: ServiceState, route: RecordingRoute, body: JsonObject | null): { task: Task } | Answer {
  const resource = isIntactResourceId(route.resourceId) ? state.resources.get(route.resourceId) : undefined;
  if (!resource) return refusals.resourceUnparsable;
  const [problem] = body ? identityProblems(body) : [];
  if (problem !== undefined) return invalidField(route.operation, problem);
  const task = resource.sid === null ? undefined : state.tasks.get(resource.sid);
  if (!task) return refusals.noWorker;
  if (task.sid !== route.sid) return refusals.sessionMismatch;
  if (task.modeName !== route.mode) return invalidField(route.operation, "mode");
  if (body && (body.cname !== resource.cname || body.uid !== resource.uid)) return refusals.resourceMismatch;
  return { task };
}

/** Whether a worker answers for the task: not while it moves to another server, and not for ever. */
export function isReachable(state: ServiceState, task: Task): boolean {
  return task.awayUntil === null && state.scheduler.now() <= task.expiresAt;
}

/** What every successful answer of a session begins with. */
export const echo = ({ cname, uid, resourceId, sid }: Task) => ({ cname, uid, resourceId, sid });
