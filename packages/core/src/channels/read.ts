import type { Reading } from "../context/run-operation.ts";
import { isObject, type JsonObject } from "../runtime/json.ts";

/** What every answer is about. */
export function dataOf<Input>({ answer, missing }: Reading<Input>, field: string): JsonObject {
  const { data } = answer.body;
  return isObject(data) && data[field] !== undefined ? data : missing(`data.${field}`);
}

export function listAt(data: JsonObject, key: string): unknown[] {
  const list = data[key];
  return Array.isArray(list) ? list : [];
}
