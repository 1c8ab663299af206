import { AgoraError, textOf } from "../errors/agora-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import type { ExplanationText } from "../errors/explanation.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { noRetry, type RetryAdvice } from "../errors/retry-advice.ts";
import { invalidState } from "../machine/failures.ts";
import { runId } from "../machine/identity.ts";
import { readFirstEdition } from "../machine/record.ts";
import type { SessionState } from "../machine/state.ts";
import type { SessionService } from "../machine/types.ts";
import { isObject, textAt, type JsonObject } from "../runtime/json.ts";

/** An error as plain data, with the English text that it was made with. Its handle is whole, as that of the session is. */
export function errorToJSON(error: AgoraError): object {
  return { ...error.toJSON(), handle: error.handle, text: textOf(error) };
}

function isText(value: unknown): value is ExplanationText {
  return Array.isArray(value) && value.length >= 3 && value.every((part) => typeof part === "string");
}

/** An error that has been JSON, with its facts, its message and its text. */
export function reviveError(json: JsonObject): AgoraError | null {
  const { kind, message, retry = noRetry, text, handle, ...facts } = json;
  if (typeof kind !== "string" || typeof message !== "string") return null;
  const init = {
    kind: kind as AgoraErrorKind,
    text: isText(text) ? text : ([kind, message, ""] as const),
    retry: retry as RetryAdvice,
    handle: isObject(handle) ? handle : undefined,
  };
  const error =
    typeof json.status === "number" ? new AgoraApiError({ ...init, status: json.status }) : new AgoraError(init);
  return Object.assign(Object.defineProperty(error, "message", { value: message }), facts, { name: error.name });
}

/** Whether it is what `toJSON()` of a session like `fresh` gave. */
function isStateLike<S extends SessionService>(
  json: JsonObject,
  fresh: SessionState<S>,
): json is JsonObject & SessionState<S> {
  const isIts = JSON.stringify(json.target) === JSON.stringify(fresh.target);
  return json.version === 2 && json.service === fresh.service && textAt(json, "appId") === fresh.appId && isIts;
}

/** A state of an earlier release, as one of today. */
function upgrade(service: SessionService, { flights, ...json }: JsonObject): JsonObject {
  if (isObject(flights)) return upgrade(service, { ...json, inFlight: { orphan: null, ...flights } });
  if (json.version !== 1) return json;
  const { intent, earlier, accepted, ghost, stopping, status, ...rest } = json;
  const isOver = status === "stopped" || status === "failed";
  const handle = accepted ?? (isOver ? undefined : json.handle);
  const stopAskedAt = isObject(stopping) ? stopping.since : undefined;
  const runs = readFirstEdition(service, { intent, earlier, handle, confirmed: json.confirmed, stopAskedAt, ghost });
  const sent = isObject(handle) ? handle : intent;
  return {
    ...rest,
    version: 2,
    status,
    stopping,
    runs: runs.map((run) => ({ ...run, retry: run.goneAt === null ? null : { tries: -1, refusals: 0, at: 0 } })),
    current: json.step === null && !isObject(handle) ? null : isObject(sent) ? runId(sent) : null,
    repeats: json.inDoubt === true,
  };
}

/**
 * The state that `toJSON()` gave, for a session of the same kind. Its settings are those of the new session.
 *
 * @throws AgoraError of kind `invalid-state` when it is of another service, App ID, channel or uid, or nothing of the kind
 */
export function reviveState<S extends SessionService>(given: JsonObject, fresh: SessionState<S>): SessionState<S> {
  const json = upgrade(fresh.service, given);
  if (!isStateLike(json, fresh)) {
    throw invalidState("`restore` does not hold what `toJSON()` of such a session gave.");
  }
  // Null: an earlier release had given up.
  const runs = json.runs.map((run) =>
    run.retry ? { ...run, retry: { ...run.retry, at: (run.retry.at as number | null) ?? 0 } } : run,
  );
  const error = isObject(json.error) ? reviveError(json.error) : null;
  const { settings, watched, visible, online } = fresh;
  return { ...fresh, ...json, runs, error, settings, watched, visible, online };
}
