import type { AgoraOperation } from "@agora-edge/core";
import type { JoinOptions } from "../fake/state/channels.ts";
import type { FaultOptions } from "../fake/faults/faults.ts";
import { isFaultKind } from "../fake/faults/lookup.ts";
import { operations } from "../fake/http/route-table.ts";
import { isObject, list, object, text, texts, type JsonObject } from "../fake/runtime/json.ts";
import type { PageFailure } from "../fake/state/pages.ts";
import type { CaptionLine } from "../fake/stt/captions/script.ts";
import type { BreakDownCause } from "../fake/stt/lifecycle/break-down.ts";

const failures: readonly PageFailure[] = [
  "unreachable",
  "http-error",
  "engine",
  "crash",
  "webgl",
  "resolution",
  "bandwidth",
];

export const isOperation = (value: string): value is AgoraOperation => operations.some((name) => name === value);

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
  for (const name of ["reason", "detail", "message"] as const) {
    const value = body[name];
    if (typeof value === "string") fault[name] = value;
  }
  if (typeof body.body === "string" || isObject(body.body)) fault.body = body.body;
  if (body.network === true) fault.network = true;
  if (body.hang === true) fault.hang = true;
  if (body.tookEffect === true) fault.tookEffect = true;
  if (body.twice === true) fault.twice = true;
  const { kind, headers } = body;
  if (kind !== undefined) fault.kind = kindOf(kind);
  if (isObject(headers)) {
    fault.headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  }
  return fault;
}

export function readCause(value: unknown = "rtc"): BreakDownCause {
  if (value === "rtc" || value === "asr" || value === "translation") return value;
  throw new RangeError(`Nothing breaks down by "${String(value)}".`);
}

export const readLines = (value: unknown): CaptionLine[] => list(value).map((line) => readLine(object(line)));

function readLine(line: JsonObject): CaptionLine {
  const { uid, language, translations, after, every, mixed, final } = line;
  if (typeof uid !== "string" && typeof uid !== "number") throw new RangeError('"uid" is missing.');
  return {
    uid,
    text: partsOf(line.text),
    ...(typeof language === "string" ? { language } : {}),
    ...(typeof after === "number" ? { after } : {}),
    ...(typeof every === "number" ? { every } : {}),
    ...(typeof mixed === "boolean" ? { mixed } : {}),
    ...(typeof final === "boolean" ? { final } : {}),
    translations: Object.fromEntries(
      Object.entries(object(translations)).map(([target, said]) => [target, partsOf(said)]),
    ),
  };
}

const partsOf = (value: unknown): string | readonly string[] => (Array.isArray(value) ? texts(value) : text(value, ""));

function kindOf(value: unknown): NonNullable<FaultOptions["kind"]> {
  if (isFaultKind(value)) return value;
  throw new RangeError(`No service fails as "${String(value)}".`);
}
