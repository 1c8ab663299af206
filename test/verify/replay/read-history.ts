import { isObject, type JsonObject } from "../../../packages/core/src/runtime/json.ts";
import { reviveError } from "../../../packages/core/src/sessions/revive-state.ts";
import type { RecordedHistory, RecordedSession } from "../../../packages/react/src/devtools/log/history.ts";
import type { SessionEffect, SessionEvent, SessionService, SessionState } from "../world/machine.ts";

const services: readonly unknown[] = ["recording", "sttAgents", "sttTasks"] satisfies SessionService[];

function isSession(value: unknown): value is RecordedSession {
  if (!isObject(value) || !services.includes(value.service) || !isObject(value.before)) return false;
  const isStep = (step: unknown) => isObject(step) && isObject(step.event) && Array.isArray(step.effects);
  return Array.isArray(value.steps) && value.steps.every(isStep);
}

function isHistory(value: unknown): value is RecordedHistory {
  if (!isObject(value) || value.format !== "agora-edge-history" || value.version !== 1) return false;
  return Array.isArray(value.sessions) && value.sessions.every(isSession);
}

/** @throws Error when the text is no history that the devtools have exported */
export function readHistory(text: string): RecordedHistory {
  const json: unknown = JSON.parse(text);
  if (!isHistory(json)) throw new Error("That is no history of @agora-edge/react/devtools: export one in the panel.");
  return json;
}

/** An error, with the attempts before it. */
function errorOf(json: JsonObject): Error {
  const { cause, ...own } = json;
  const error = reviveError(own) ?? new Error(String(json.message));
  if (isObject(cause)) Object.defineProperty(error, "cause", { value: errorOf(cause) });
  return error;
}

function withError<T extends JsonObject>(fields: T): T {
  return isObject(fields.error) ? { ...fields, error: errorOf(fields.error) } : fields;
}

/** What the machine was given when it was recorded. */
export const eventOf = <S extends SessionService>(event: JsonObject): SessionEvent<S> =>
  withError(event) as unknown as SessionEvent<S>;

export const stateOf = <S extends SessionService>(state: JsonObject): SessionState<S> =>
  withError(state) as unknown as SessionState<S>;

export const effectOf = <S extends SessionService>(effect: JsonObject): SessionEffect<S> =>
  withError(effect) as unknown as SessionEffect<S>;
