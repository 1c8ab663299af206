import { handleOf } from "../errors/handle-of.ts";
import { isObject, textAt } from "../runtime/json.ts";
import type { SessionState } from "./state.ts";
import type { Handle, Intent, SessionService } from "./types.ts";

/**
 * What storage holds for a session, as JSON: an intent or a handle, and what is still to be done about it. No request
 * body, no RTC or REST token, no key; builder tokens and grants are in it, because nothing works without them.
 */
export interface SessionRecord<S extends SessionService = SessionService> {
  readonly version: 1;
  readonly service: S;
  /** A start that was sent, or was about to be. */
  readonly intent?: Intent<S>;
  /** Those before, which are in doubt too. */
  readonly earlier?: readonly Intent<S>[];
  readonly handle?: Handle<S>;
  /** It was seen running. */
  readonly confirmed?: true;
  /** Stop was asked for at this time and may not have arrived. */
  readonly stopAskedAt?: number;
  /** Was reported as gone at this time, and may have come back. */
  readonly ghost?: { readonly handle: Handle<S>; readonly since: number };
}

/** What is worth keeping, or null. */
export function recordOf<S extends SessionService>(state: SessionState<S>): SessionRecord<S> | null {
  const { service, intent, earlier, ghost, stopping, status } = state;
  const isOver = status === "stopped" || status === "failed";
  const handle = state.accepted ?? (isOver ? null : state.handle);
  if (intent === null && earlier.length === 0 && handle === null && ghost === null) return null;
  return {
    version: 1,
    service,
    ...(intent === null || handle !== null ? {} : { intent }),
    ...(earlier.length === 0 || handle !== null ? {} : { earlier }),
    ...(handle === null ? {} : { handle }),
    ...(handle !== null && state.confirmed ? { confirmed: true } : {}),
    ...(handle !== null && stopping ? { stopAskedAt: stopping.since } : {}),
    ...(ghost === null ? {} : { ghost: { handle: ghost.handle, since: ghost.since } }),
  };
}

const idsOf: { [S in SessionService]: { intent: readonly string[]; handle: readonly string[] } } = {
  recording: { intent: ["cname", "uid", "mode", "resourceId"], handle: ["cname", "uid", "mode", "resourceId", "sid"] },
  sttTasks: { intent: ["tokenName", "instanceId", "version"], handle: ["tokenName", "taskId"] },
  sttAgents: { intent: ["name"], handle: ["agentId"] },
};

/** What every call needs, and nothing else that was in the object: callers may pass one with secrets among it. */
export function cleanHandle<S extends SessionService>(service: S, handle: unknown, now: number): Handle<S> | null {
  if (!isHandle(service, handle)) return null;
  const clean = { startedAt: now, ...handleOf(handle) };
  return isHandle(service, clean) ? clean : null;
}

/** Whether two handles are of the same run. */
export function isSameRun(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return false;
  const id = (handle: object) =>
    textAt({ ...handle }, "sid") ?? textAt({ ...handle }, "taskId") ?? textAt({ ...handle }, "agentId");
  return id(a) !== undefined && id(a) === id(b);
}

/** The runs that a record is about; its ghost only counts where there is nothing else. */
export function idsIn(record: SessionRecord | null): readonly string[] {
  const { intent, earlier = [], handle, ghost } = record ?? {};
  const parts = [intent, ...earlier, handle].filter((part) => part !== undefined);
  return (parts.length > 0 ? parts : [ghost?.handle]).flatMap((part) =>
    ["resourceId", "tokenName", "agentId", "name"].flatMap((field) => textAt({ ...part }, field) ?? []),
  );
}

function has(value: unknown, fields: readonly string[]): boolean {
  return isObject(value) && fields.every((field) => textAt(value, field) !== undefined);
}

// Written by `recordOf`, or a handle of the service: every field that anything depends on is looked at.
const isIntent = <S extends SessionService>(service: S, value: unknown): value is Intent<S> =>
  has(value, idsOf[service].intent);
const isHandle = <S extends SessionService>(service: S, value: unknown): value is Handle<S> =>
  has(value, idsOf[service].handle);

/** A text of storage as a record; null when it is none, or another service's. */
export function readRecord<S extends SessionService>(service: S, text: unknown): SessionRecord<S> | null {
  let json: unknown;
  try {
    json = typeof text === "string" ? JSON.parse(text) : text;
  } catch {
    return null;
  }
  if (!isObject(json) || json.version !== 1 || json.service !== service) return null;
  const { intent, earlier: before, handle, ghost, stopAskedAt } = json;
  const earlier = Array.isArray(before) ? before.filter((one) => isIntent(service, one)) : [];
  return {
    version: 1,
    service,
    ...(isIntent(service, intent) ? { intent } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
    ...(isHandle(service, handle) ? { handle } : {}),
    ...(json.confirmed === true ? { confirmed: true } : {}),
    ...(typeof stopAskedAt === "number" ? { stopAskedAt } : {}),
    ...(isObject(ghost) && isHandle(service, ghost.handle) && typeof ghost.since === "number"
      ? { ghost: { handle: ghost.handle, since: ghost.since } }
      : {}),
  };
}
