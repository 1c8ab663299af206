import { isObject, list, object, type JsonObject } from "../../runtime/json.ts";
import { isBoolean, isInteger, isMissing, isOptional, isUrl, type Problems } from "../../checks/values.ts";

const largestPage = 1920 * 1080;
const path = "extensionServiceConfig";

/** `extensionServiceConfig` of the web mode: one recorder, and at most one push next to it. */
export function* webProblems(config: unknown): Problems {
  if (!isObject(config)) {
    yield path;
    return;
  }
  if (!isOptional(config.errorHandlePolicy, isPolicy("error_abort"))) yield `${path}.errorHandlePolicy`;
  const services = list(config.extensionServices);
  const names = services.map((service) => object(service).serviceName);
  const recorders = names.filter((name) => name === "web_recorder_service").length;
  const pushes = names.filter((name) => name === "rtmp_publish_service").length;
  if (recorders !== 1 || pushes > 1 || recorders + pushes !== names.length) yield `${path}.extensionServices`;
  for (const [index, service] of services.entries()) {
    yield* serviceProblems(object(service), `${path}.extensionServices[${index}]`);
  }
}

/** The empty text counts as left out: the official Go client always sends the field. */
const isPolicy = (policy: string) => (value: unknown) => value === policy || value === "";

function* serviceProblems(service: JsonObject, at: string): Problems {
  const isPush = service.serviceName === "rtmp_publish_service";
  const policy = isPush ? "error_ignore" : "error_abort";
  if (!isOptional(service.errorHandlePolicy, isPolicy(policy))) yield `${at}.errorHandlePolicy`;
  if (!isObject(service.serviceParam)) yield `${at}.serviceParam`;
  const param = object(service.serviceParam);
  if (isPush) yield* outputsProblems(param.outputs, `${at}.serviceParam.outputs`, 1);
  else yield* pageProblems(param, `${at}.serviceParam`);
}

/** Start needs exactly one output; update may leave it out. */
export function* outputsProblems(outputs: unknown, at: string, min: 0 | 1): Problems {
  if (min === 0 && isMissing(outputs)) return;
  const items = list(outputs);
  if (!Array.isArray(outputs) || items.length < min || items.length > 1) yield at;
  for (const [index, item] of items.entries()) {
    if (min === 0 && isObject(item) && isMissing(item.rtmpUrl)) continue;
    if (!isUrl(object(item).rtmpUrl, ["rtmp", "rtmps"])) yield `${at}[${index}].rtmpUrl`;
  }
}

function* pageProblems(param: JsonObject, at: string): Problems {
  if (!isUrl(param.url, ["http", "https"])) yield `${at}.url`;
  for (const [name, min, max] of required) {
    if (!isInteger(param[name], min, max)) yield `${at}.${name}`;
  }
  if (Number(param.videoWidth) * Number(param.videoHeight) > largestPage) yield `${at}.videoWidth`;
  for (const [name, min, max] of optional) {
    if (!isOptional(param[name], (value) => isInteger(value, min, max))) yield `${at}.${name}`;
  }
  for (const name of ["mobile", "onhold"]) {
    if (!isOptional(param[name], isBoolean)) yield `${at}.${name}`;
  }
}

type Range = readonly [name: string, min: number, max: number];

const required: readonly Range[] = [
  ["audioProfile", 0, 2],
  ["videoWidth", 240, 1920],
  ["videoHeight", 240, 1920],
  ["maxRecordingHour", 1, 720],
];

const optional: readonly Range[] = [
  ["videoBitrate", 50, 8000],
  ["videoFps", 5, 60],
  ["maxVideoDuration", 30, 240],
  ["readyTimeout", 0, 60],
];
