import { isObject, object, type JsonObject } from "../../runtime/json.ts";
import type { Mode } from "../task/mode.ts";
import { storageProblems } from "./storage.ts";
import { uidListProblems } from "./subscription.ts";
import { isBoolean, isMissing, isOptional, type Problems } from "../../checks/values.ts";
import { outputsProblems } from "./web.ts";

/** What the running task allows to change. */
interface UpdateScope {
  readonly mode: Mode;
  readonly streamTypes: number;
  readonly hasPush: boolean;
}

/** Of a mode that is not known it is not known either. */
const hasPages = (mode: Mode): boolean => mode === "web" || mode === "other";

export function* updateProblems(request: JsonObject, scope: UpdateScope): Problems {
  if (!isMissing(request.storageConfig)) yield* storageProblems(request.storageConfig);
  const { streamSubscribe, webRecordingConfig, rtmpPublishConfig } = request;
  if (!isMissing(streamSubscribe)) {
    if (scope.mode === "web" || !isObject(streamSubscribe)) yield "streamSubscribe";
    else yield* subscriptionProblems(streamSubscribe, scope.streamTypes);
  }
  if (!isMissing(webRecordingConfig)) {
    if (!hasPages(scope.mode) || !isObject(webRecordingConfig)) yield "webRecordingConfig";
    else if (!isOptional(webRecordingConfig.onhold, isBoolean)) yield "webRecordingConfig.onhold";
  }
  if (!isMissing(rtmpPublishConfig)) {
    if (!(scope.hasPush || scope.mode === "other") || !isObject(rtmpPublishConfig)) yield "rtmpPublishConfig";
    else yield* outputsProblems(rtmpPublishConfig.outputs, "rtmpPublishConfig.outputs", 0);
  }
}

function* subscriptionProblems(subscribe: JsonObject, streamTypes: number): Problems {
  for (const medium of ["Audio", "Video"] as const) {
    const name = `${medium.toLowerCase()}UidList`;
    const path = `streamSubscribe.${name}`;
    if (isMissing(subscribe[name])) continue;
    if (!isObject(subscribe[name]) || streamTypes === (medium === "Audio" ? 1 : 0)) yield path;
    else yield* uidListProblems(object(subscribe[name]), medium, { streamTypes, path: `${path}.`, allowEmpty: false });
  }
}
