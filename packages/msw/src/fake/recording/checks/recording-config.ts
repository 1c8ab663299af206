import { isObject, object, type JsonObject } from "../../runtime/json.ts";
import type { Mode } from "../task/mode.ts";
import { layoutProblems } from "./layout.ts";
import { uidListProblems } from "./subscription.ts";
import { isBoolean, isInteger, isMissing, isNumber, isOptional, type Problems } from "../../checks/values.ts";

const largestCanvas = 1920 * 1080;

/** `recordingConfig` of every mode that has one. */
export function* recordingConfigProblems(config: unknown, mode: Mode): Problems {
  const path = "recordingConfig";
  if (isMissing(config)) return;
  if (!isObject(config)) {
    yield path;
    return;
  }
  for (const [name, min, max] of integers) {
    if (!isOptional(config[name], (value) => isInteger(value, min, max))) yield `${path}.${name}`;
  }
  for (const name of ["secret", "salt", "privateParams"]) {
    if (!isOptional(config[name], (value) => typeof value === "string")) yield `${path}.${name}`;
  }
  const params = config.extensionParams;
  if (!isOptional(params, isObject)) yield `${path}.extensionParams`;
  if (!isOptional(object(params).enableNTPtimestamp, isBoolean)) yield `${path}.extensionParams.enableNTPtimestamp`;
  if (mode !== "raw" && !isOptional(config.streamMode, isStreamMode)) yield `${path}.streamMode`;
  const rules = { streamTypes: streamTypesOf(config), path: `${path}.`, allowEmpty: true };
  yield* uidListProblems(config, "Audio", rules);
  yield* uidListProblems(config, "Video", rules);
  // Of raw no document says what it does with one.
  if (mode !== "raw") yield* transcodingProblems(config.transcodingConfig, mode, `${path}.transcodingConfig`);
}

const integers: readonly (readonly [name: string, min: number, max: number])[] = [
  ["channelType", 0, 1],
  // One that no list has is taken: the service gets new ones without notice.
  ["decryptionMode", 0, Number.MAX_SAFE_INTEGER],
  ["maxIdleTime", 5, 2_592_000],
  ["streamTypes", 0, 2],
  ["videoStreamType", 0, 1],
  ["subscribeUidGroup", 0, 5],
  ["audioProfile", 0, 2],
];

export const streamTypesOf = (config: JsonObject): number =>
  typeof config.streamTypes === "number" ? config.streamTypes : 2;

const isStreamMode = (value: unknown): boolean =>
  value === "default" || value === "standard" || value === "original" || value === "";

function* transcodingProblems(config: unknown, mode: Mode, path: string): Problems {
  if (isMissing(config)) return;
  if (mode === "individual" || !isObject(config)) {
    yield path;
    return;
  }
  for (const name of ["width", "height"]) {
    if (!isOptional(config[name], (value) => isInteger(value, 1, Number.MAX_SAFE_INTEGER))) yield `${path}.${name}`;
  }
  if (area(config) > largestCanvas) yield `${path}.width`;
  if (!isOptional(config.fps, (value) => isNumber(value, 1, Infinity))) yield `${path}.fps`;
  if (!isOptional(config.bitrate, (value) => isNumber(value, 1, 6500))) yield `${path}.bitrate`;
  yield* layoutProblems(object(config), `${path}.`);
}

const area = ({ width = 360, height = 640 }: JsonObject): number => Number(width) * Number(height);
