import { identityProblems } from "../../checks/identity.ts";
import { startProblems } from "../checks/start.ts";
import { fitsRegion } from "../checks/storage.ts";
import { ok, type Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { isIntactResourceId } from "../../runtime/ids.ts";
import { object, sameJson, type JsonObject } from "../../runtime/json.ts";
import { invalidField, refusals } from "../../http/refusals.ts";
import { createTask } from "../lifecycle/create.ts";
import { fitsScene, modeOf, type Mode } from "../task/mode.ts";
import { resourceLifeMs } from "../task/timing.ts";
import type { Resource, ServiceState } from "../../state/state.ts";

export function start(state: ServiceState, route: RecordingRoute, body: JsonObject): Answer {
  const { mode, operation } = route;
  const resource = isIntactResourceId(route.resourceId) ? state.resources.get(route.resourceId) : undefined;
  if (!resource) return refusals.resourceUnparsable;
  const [problem] = identityProblems(body);
  if (problem !== undefined) return invalidField(operation, problem);
  if (!/^[\w-]+$/.test(mode)) return invalidField(operation, "mode");
  if (body.cname !== resource.cname || body.uid !== resource.uid) return refusals.resourceMismatch;
  if (resource.sid !== null) return alreadyStarted(state, resource, resource.sid);
  if (state.scheduler.now() - resource.acquiredAt >= resourceLifeMs) return refusals.resourceExpired;
  const request = object(body.clientRequest);
  const [field] = startRequestProblems(resource, modeOf(mode), request);
  if (field !== undefined) return invalidField(operation, field);
  if (resource.startParameter && !sameJson(resource.startParameter, request)) return refusals.otherStartParameter;
  if (hasLiveTwin(state, resource)) return refusals.taskConflict;
  const { sid } = createTask(state, resource, mode, request);
  return ok({ cname: resource.cname, uid: resource.uid, resourceId: resource.id, sid });
}

function* startRequestProblems(resource: Resource, mode: Mode, request: JsonObject): Generator<string> {
  if (!fitsScene(mode, resource.isWeb)) yield "mode";
  yield* startProblems(request, mode);
  if (!fitsRegion(request.storageConfig, resource.region)) yield "storageConfig.region";
}

function alreadyStarted(state: ServiceState, resource: Resource, sid: string): Answer {
  if (!state.settings.repeatedStartNamesSid) return refusals.alreadyStarted;
  const { status, body } = refusals.alreadyStarted;
  return { status, body: { ...object(body), resourceId: resource.id, sid } };
}

/** A task under another resource ID that has not left yet. One whose files wait has left the channel. */
function hasLiveTwin(state: ServiceState, { cname, uid }: Resource): boolean {
  return [...state.tasks.values()].some(
    (task) => task.phase !== "gone" && task.upload === null && task.cname === cname && task.uid === uid,
  );
}
