import { handleOf } from "../errors/handle-of.ts";
import { isObject, textAt, type JsonObject } from "../runtime/json.ts";
import { omit } from "../runtime/omit.ts";
import { newRun, type StoredRun } from "./ledger.ts";
import { runId } from "./identity.ts";
import type { Handle, Intent, SessionService } from "./types.ts";

/**
 * The ledger as storage holds it, as JSON. No request body, no RTC or REST token, no key; builder tokens and grants are
 * in it, because nothing works without them.
 */
export interface SessionRecord<S extends SessionService = SessionService> {
  readonly version: 2;
  readonly service: S;
  /** Every run of the key that may be alive. */
  readonly runs: readonly StoredRun<S>[];
}

const idsOf: { [S in SessionService]: { intent: readonly string[]; handle: readonly string[] } } = {
  recording: { intent: ["cname", "uid", "mode", "resourceId"], handle: ["cname", "uid", "mode", "resourceId", "sid"] },
  sttTasks: { intent: ["tokenName", "instanceId", "version"], handle: ["tokenName", "taskId"] },
  sttAgents: { intent: ["name"], handle: ["agentId"] },
};

function has(value: unknown, fields: readonly string[]): boolean {
  return isObject(value) && fields.every((field) => textAt(value, field) !== undefined);
}

// Written by a session, or a handle of the service: every field that anything depends on is looked at.
const isIntent = <S extends SessionService>(service: S, value: unknown): value is Intent<S> =>
  has(value, idsOf[service].intent);
const isHandle = <S extends SessionService>(service: S, value: unknown): value is Handle<S> =>
  has(value, idsOf[service].handle);

/** What every call needs, and nothing else that was in the object: callers may pass one with secrets among it. */
export function cleanHandle<S extends SessionService>(service: S, handle: unknown, now: number): Handle<S> | null {
  if (!isHandle(service, handle)) return null;
  const clean = { startedAt: now, ...handleOf(handle) };
  return isHandle(service, clean) ? clean : null;
}

const timeAt = (json: JsonObject, field: string): number | null => {
  const value = json[field];
  return typeof value === "number" ? value : null;
};

/** One run of storage; null where neither what it was started with nor its handle is whole. */
export function readRun<S extends SessionService>(service: S, json: unknown): StoredRun<S> | null {
  if (!isObject(json)) return null;
  const intent = isIntent(service, json.intent) ? json.intent : null;
  const handle = isHandle(service, json.handle) ? json.handle : null;
  const started = intent ?? handle;
  if (started === null) return null;
  const run = newRun<S>({
    id: textAt(json, "id") ?? runId(started),
    intent,
    handle,
    confirmed: json.confirmed === true,
    isGuess: json.isGuess === true,
    notMine: Array.isArray(json.notMine) ? json.notMine.filter((sid) => typeof sid === "string") : [],
    endAskedAt: timeAt(json, "endAskedAt"),
    goneAt: timeAt(json, "goneAt"),
  });
  return omit(run, "retry");
}

/** What sessions stored before there was a ledger: a handle or an intent, and what was still to be done about it. */
export function readFirstEdition<S extends SessionService>(service: S, json: JsonObject): readonly StoredRun<S>[] {
  const { intent, earlier, handle, confirmed, stopAskedAt: endAskedAt, ghost } = json;
  const goneAt = isObject(ghost) ? ghost.since : undefined;
  const parts = [
    ...(isObject(ghost) ? [{ handle: ghost.handle, endAskedAt: goneAt, goneAt }] : []),
    ...(Array.isArray(earlier) ? earlier.map((one: unknown) => ({ intent: one })) : []),
    { intent },
    { handle, confirmed, endAskedAt },
  ];
  const runs = parts.flatMap((part) => readRun(service, part) ?? []);
  return runs.filter((run, index) => runs.findLastIndex(({ id }) => id === run.id) === index);
}

/** Whether what storage holds was written by a later edition, which knows more than this one. */
export function isNewer(json: unknown): boolean {
  return isObject(json) && typeof json.version === "number" && json.version > 2;
}

/** What stands in a text of storage. */
export function parse(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : text;
  } catch {
    return undefined;
  }
}

/** The runs in a stored text; empty if it is no record, or another service's. */
export function readRecord<S extends SessionService>(service: S, text: unknown): readonly StoredRun<S>[] {
  const json = parse(text);
  if (!isObject(json) || json.service !== service) return [];
  if (json.version === 1) return readFirstEdition(service, json);
  return Array.isArray(json.runs) ? json.runs.flatMap((run) => readRun(service, run) ?? []) : [];
}

/** What is written; null: the key is removed, because nothing may be alive. */
export function recordText<S extends SessionService>(service: S, runs: readonly StoredRun<S>[]): string | null {
  if (runs.length === 0) return null;
  const record: SessionRecord<S> = { version: 2, service, runs };
  return JSON.stringify(record);
}
