import { isObject, list, object, type JsonObject } from "../../runtime/json.ts";
import { isSeparate, type Mode } from "../task/mode.ts";
import { isStored } from "../task/services.ts";
import { recordingConfigProblems, streamTypesOf } from "./recording-config.ts";
import { storageProblems } from "./storage.ts";
import { isInteger, isMissing, isOptional, isText, type Problems } from "../../checks/values.ts";
import { webProblems } from "./web.ts";

/** The configuration object, `clientRequest` of start. Fields of another mode are not looked at. */
export function* startProblems(request: JsonObject, mode: Mode): Problems {
  if (mode !== "web" && !isOptional(request.token, (value) => typeof value === "string")) yield "token";
  if (isStored(request) || !isMissing(request.storageConfig)) yield* storageProblems(request.storageConfig);
  yield* fileProblems(request.recordingFileConfig, mode);
  if (mode === "web") {
    yield* webProblems(request.extensionServiceConfig);
    return;
  }
  yield* recordingConfigProblems(request.recordingConfig, mode);
  if (mode === "raw" && !isMissing(request.extensionServiceConfig)) yield "extensionServiceConfig";
  if (isSeparate(mode)) yield* snapshotProblems(request);
}

function* fileProblems(config: unknown, mode: Mode): Problems {
  if (isMissing(config)) return;
  const path = "recordingFileConfig";
  if (!isObject(config)) {
    yield path;
    return;
  }
  const types = list(config.avFileType);
  if (isMissing(config.avFileType)) return;
  if (!Array.isArray(config.avFileType) || !areFileTypes(types, mode)) yield `${path}.avFileType`;
}

function areFileTypes(types: readonly unknown[], mode: Mode): boolean {
  if (mode === "other") return types.every(isText);
  if (mode === "raw" && types.length === 1 && types[0] === "mp3") return true;
  const own: readonly unknown[] = mode === "individual" ? ["hls"] : ["hls", "mp4"];
  // A kind that no list has is taken.
  return types.includes("hls") && types.every((type) => own.includes(type) || (isText(type) && !isKnownType(type)));
}

const isKnownType = (type: unknown): boolean => type === "hls" || type === "mp4" || type === "mp3";

function* snapshotProblems(request: JsonObject): Problems {
  const config = request.snapshotConfig;
  if (isMissing(config)) return;
  if (!isObject(config)) {
    yield "snapshotConfig";
    return;
  }
  if (!isOptional(config.captureInterval, (value) => isInteger(value, 1, 3600))) yield "snapshotConfig.captureInterval";
  const types = list(config.fileType);
  if (types.length !== 1 || types[0] !== "jpg") yield "snapshotConfig.fileType";
  if (streamTypesOf(object(request.recordingConfig)) === 0) yield "recordingConfig.streamTypes";
}
