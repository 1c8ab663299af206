import { isObject, list, object, type JsonObject } from "../../runtime/json.ts";
import { storageGeography } from "./storage-regions.ts";
import { isInteger, isMissing, isOptional, isText, type Problems } from "../../checks/values.ts";

/** Vendors without STS credentials. */
const withoutSts: readonly unknown[] = [5, 6, 7, 8, 11];

/** Vendors and regions that no list has are taken: the service gets new ones without notice. */
export function* storageProblems(storage: unknown, path = "storageConfig"): Problems {
  if (!isObject(storage)) {
    yield path;
    return;
  }
  for (const name of ["vendor", "region"]) {
    if (!isInteger(storage[name], 0, Number.MAX_SAFE_INTEGER)) yield `${path}.${name}`;
  }
  for (const name of ["bucket", "accessKey", "secretKey"]) if (!isText(storage[name])) yield `${path}.${name}`;
  yield* prefixProblems(storage.fileNamePrefix, `${path}.fileNamePrefix`);
  yield* stsProblems(storage, path);
  yield* extensionProblems(storage, path);
}

/** Whether the storage lies in the part of the world that acquire was told to stay in. */
export function fitsRegion(storage: unknown, region: unknown): boolean {
  const { vendor, region: value } = object(storage);
  if (typeof region !== "string" || typeof vendor !== "number" || typeof value !== "number") return true;
  const geography = storageGeography(vendor, value);
  return geography === null || geography === region;
}

function* prefixProblems(prefix: unknown, path: string): Problems {
  if (isMissing(prefix)) return;
  const items = list(prefix);
  if (!Array.isArray(prefix) || !items.every((item) => typeof item === "string" && /^[A-Za-z0-9]+$/.test(item))) {
    yield path;
  } else if (items.map((item) => `${String(item)}/`).join("").length > 128) yield path;
}

function* stsProblems(storage: JsonObject, path: string): Problems {
  const { stsToken, stsExpiration, vendor } = storage;
  if (!isOptional(stsToken, (value) => typeof value === "string")) yield `${path}.stsToken`;
  if (isText(stsToken) && withoutSts.includes(vendor)) yield `${path}.stsToken`;
  if (!isOptional(stsExpiration, (value) => isInteger(value, 0, Number.MAX_SAFE_INTEGER)))
    yield `${path}.stsExpiration`;
}

function* extensionProblems(storage: JsonObject, path: string): Problems {
  if (!isOptional(storage.extensionParams, isObject)) yield `${path}.extensionParams`;
  const extension = object(storage.extensionParams);
  if (storage.vendor === 11 && !isText(extension.endpoint)) yield `${path}.extensionParams.endpoint`;
  for (const name of ["sse", "tag"]) {
    if (!isOptional(extension[name], (value) => typeof value === "string")) yield `${path}.extensionParams.${name}`;
  }
}
