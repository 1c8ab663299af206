import { identityProblems } from "../checks/identity.ts";
import { startProblems } from "../checks/start.ts";
import { fitsRegion } from "../checks/storage.ts";
import { ok, type Answer } from "../http/answer.ts";
import type { RecordingRoute } from "../http/routes.ts";
import { isIntactResourceId } from "../ids.ts";
import { object, sameJson, type JsonObject } from "../json.ts";
import { invalidField, refusals } from "../refusals.ts";
import { createTask } from "../tasks/create.ts";
import { fitsScene, modeOf, type Mode } from "../tasks/mode.ts";
import { resourceLifeMs } from "../tasks/timing.ts";
import type { Resource, World } from "../world.ts";

export function start(world: World, route: RecordingRoute, body: JsonObject): Answer {
  const { mode, operation } = route;
  const resource = isIntactResourceId(route.resourceId) ? world.resources.get(route.resourceId) : undefined;
  if (!resource) return refusals.resourceUnparsable;
  const [problem] = identityProblems(body);
  if (problem !== undefined) return invalidField(operation, problem);
  if (!/^[\w-]+$/.test(mode)) return invalidField(operation, "mode");
  if (body.cname !== resource.cname || body.uid !== resource.uid) return refusals.resourceMismatch;
  if (resource.sid !== null) return alreadyStarted(world, resource, resource.sid);
  if (world.scheduler.now() - resource.acquiredAt >= resourceLifeMs) return refusals.resourceExpired;
  const request = object(body.clientRequest);
  const [field] = startRequestProblems(resource, modeOf(mode), request);
  if (field !== undefined) return invalidField(operation, field);
  if (resource.startParameter && !sameJson(resource.startParameter, request)) return refusals.otherStartParameter;
  if (hasLiveTwin(world, resource)) return refusals.taskConflict;
  const { sid } = createTask(world, resource, mode, request);
  return ok({ cname: resource.cname, uid: resource.uid, resourceId: resource.id, sid });
}

function* startRequestProblems(resource: Resource, mode: Mode, request: JsonObject): Generator<string> {
  if (!fitsScene(mode, resource.isWeb)) yield "mode";
  yield* startProblems(request, mode);
  if (!fitsRegion(request.storageConfig, resource.region)) yield "storageConfig.region";
}

function alreadyStarted(world: World, resource: Resource, sid: string): Answer {
  if (!world.settings.repeatedStartNamesSid) return refusals.alreadyStarted;
  const { status, body } = refusals.alreadyStarted;
  return { status, body: { ...object(body), resourceId: resource.id, sid } };
}

/** A task under another resource ID that has not left yet. One whose files wait has left the channel. */
function hasLiveTwin(world: World, { cname, uid }: Resource): boolean {
  return [...world.tasks.values()].some(
    (task) => task.phase !== "gone" && task.upload === null && task.cname === cname && task.uid === uid,
  );
}
