import { isObject, object, type JsonObject } from "../../runtime/json.ts";
import { isWebLabel } from "../../checks/identity.ts";
import { isInteger, isMissing, isOptional, type Problems } from "../../checks/values.ts";

/** `startParameter` is only looked at for its type: what is wrong inside shows on start. */
export function* acquireProblems(body: JsonObject): Problems {
  const request = object(body.clientRequest);
  if (!isOptional(request.scene, (value) => isInteger(value, 0, 2))) yield "scene";
  if (!isOptional(request.resourceExpiredHour, (value) => isInteger(value, 1, 720))) yield "resourceExpiredHour";
  if (!isOptional(request.excludeResourceIds, isTextList)) yield "excludeResourceIds";
  if (!isOptional(request.region, (value) => ["CN", "AP", "EU", "NA"].some((region) => region === value)))
    yield "region";
  if (!isOptional(request.regionAffinity, (value) => isInteger(value, 0, 4))) yield "regionAffinity";
  if (!isMissing(request.startParameter) && !isObject(request.startParameter)) yield "startParameter";
  if (request.scene === 1 && typeof body.cname === "string" && !isWebLabel(body.cname)) yield "cname";
}

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === "string");
