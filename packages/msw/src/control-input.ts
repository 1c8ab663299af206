import type { RecordingOperation } from "@agora-edge/core";
import type { JoinOptions } from "./fake/channels.ts";
import type { FaultOptions } from "./fake/faults/faults.ts";
import { isFaultKind } from "./fake/faults/fixtures.ts";
import { isObject, type JsonObject } from "./fake/json.ts";
import type { PageFailure } from "./fake/pages.ts";

const operations: readonly RecordingOperation[] = [
  "recording.acquire",
  "recording.start",
  "recording.query",
  "recording.update",
  "recording.updateLayout",
  "recording.stop",
];

const failures: readonly PageFailure[] = [
  "unreachable",
  "http-error",
  "engine",
  "crash",
  "webgl",
  "resolution",
  "bandwidth",
];

export const isOperation = (value: string): value is RecordingOperation => operations.some((name) => name === value);

export const isFailure = (value: unknown): value is PageFailure => failures.some((name) => name === value);

export function readJoin({ publish, role }: JsonObject): JoinOptions {
  return {
    ...(typeof publish === "boolean" ? { publish } : {}),
    ...(isObject(publish) ? { publish: { audio: publish.audio === true, video: publish.video === true } } : {}),
    ...(role === "host" || role === "audience" ? { role } : {}),
  };
}

export function readFault(body: JsonObject): FaultOptions {
  const fault: FaultOptions = {};
  for (const name of ["code", "status", "delay", "times"] as const) {
    const value = body[name];
    if (typeof value === "number") fault[name] = value;
  }
  for (const name of ["reason", "message"] as const) {
    const value = body[name];
    if (typeof value === "string") fault[name] = value;
  }
  if (typeof body.body === "string" || isObject(body.body)) fault.body = body.body;
  if (body.network === true) fault.network = true;
  if (body.hang === true) fault.hang = true;
  if (body.tookEffect === true) fault.tookEffect = true;
  const { kind, headers } = body;
  if (kind !== undefined) fault.kind = kindOf(kind);
  if (isObject(headers)) {
    fault.headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  }
  return fault;
}

function kindOf(value: unknown): NonNullable<FaultOptions["kind"]> {
  if (isFaultKind(value)) return value;
  throw new RangeError(`The recording service never fails as "${String(value)}".`);
}
