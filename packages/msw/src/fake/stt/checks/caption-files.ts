import { isInteger, isText } from "../../checks/values.ts";
import { isObject, list, object, texts, type JsonObject } from "../../runtime/json.ts";
import type { Limits } from "./limits.ts";
import { invalid, missing, nested, optional, required, type Problems } from "./problem.ts";

const longestPrefix = 128;

/** `captionConfig` of the flat body. `extension` may stand beside it, as one page has it. */
export function* captionProblems(caption: JsonObject, limits: Limits, extension: unknown): Problems {
  yield* optional(caption, "sliceDuration", "captionConfig.sliceDuration", (value) => isInteger(value, 5, 28_800));
  const isRequired = limits.family === "task";
  const check = (storage: JsonObject) => storageProblems(storage, "captionConfig.storage");
  yield* nested(caption, "storage", "captionConfig.storage", check, isRequired);
  const isOwnServer = limits.family === "agent" && object(caption.storage).vendor === 11;
  if (!isOwnServer) return;
  const params = isObject(caption.extensionParams) ? caption.extensionParams : object(extension);
  yield* required(params, "endpoint", "captionConfig.extensionParams.endpoint", isText);
}

/** Vendors and regions are open, and so they are in the client. */
export function* storageProblems(storage: JsonObject, path: string): Problems {
  for (const name of ["accessKey", "secretKey"]) {
    const value = storage[name] ?? storage[name.toLowerCase()];
    if (value === undefined) yield missing(`${path}.${name}`);
    else if (!isText(value)) yield invalid(`${path}.${name}`);
  }
  yield* required(storage, "bucket", `${path}.bucket`, isText);
  yield* required(storage, "vendor", `${path}.vendor`, isNumber);
  yield* required(storage, "region", `${path}.region`, isNumber);
  yield* optional(storage, "fileNamePrefix", `${path}.fileNamePrefix`, isPrefix);
}

const isNumber = (value: unknown): boolean => isInteger(value, 0, Number.MAX_SAFE_INTEGER);

const isPrefix = (value: unknown): boolean =>
  Array.isArray(value) &&
  list(value).every((part) => typeof part === "string" && /^[^/]+$/.test(part)) &&
  texts(value)
    .map((part) => `${part}/`)
    .join("").length <= longestPrefix;
