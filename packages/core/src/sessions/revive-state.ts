import { AgoraError } from "../errors/agora-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { noRetry } from "../errors/retry-advice.ts";
import { invalidState } from "../machine/failures.ts";
import type { SessionState } from "../machine/state.ts";
import type { SessionService } from "../machine/types.ts";
import { isObject, textAt, type JsonObject } from "../runtime/json.ts";

/** An error that has been JSON: its facts and its message, so that `explainError` can still say it in any language. */
function reviveError(json: JsonObject): AgoraError | null {
  const { kind, message, retry = noRetry, ...facts } = json;
  if (typeof kind !== "string" || typeof message !== "string") return null;
  const error = new AgoraError({
    kind: kind as AgoraErrorKind,
    text: [kind, message, ""],
    retry: retry as typeof noRetry,
  });
  return Object.assign(Object.defineProperty(error, "message", { value: message }), facts);
}

/**
 * The state that `toJSON()` gave, for a session of the same kind. Its settings are those of the new session.
 *
 * @throws AgoraError of kind `invalid-state` when it is of another service or App ID, or nothing of the kind
 */
export function reviveState<S extends SessionService>(json: JsonObject, fresh: SessionState<S>): SessionState<S> {
  if (json.version !== 1 || json.service !== fresh.service || textAt(json, "appId") !== fresh.appId) {
    throw invalidState("`restore` does not hold what `toJSON()` of such a session gave.");
  }
  const ghost = isObject(json.ghost) ? { ...json.ghost, at: json.ghost.at ?? Infinity } : null;
  const error = isObject(json.error) ? reviveError(json.error) : null;
  const { settings, watched, visible, online } = fresh;
  // What `toJSON()` gave is a state; its version was just compared.
  const saved = json as unknown as SessionState<S>;
  return { ...fresh, ...saved, ...({ ghost, error } as object), settings, watched, visible, online };
}
