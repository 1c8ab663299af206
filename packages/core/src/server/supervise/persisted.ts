import { createState, type SessionState } from "../../machine/state.ts";
import type { SessionService, Target } from "../../machine/types.ts";
import { isObject, type JsonObject } from "../../runtime/json.ts";
import { errorToJSON, reviveState } from "../../sessions/revive-state.ts";
import type { DesiredState } from "./desired-state.ts";

/** What is persisted of one run. No request body, no token, no key. */
export interface Persisted<S extends SessionService> {
  readonly state: SessionState<S>;
  /** Null: it is no longer wanted, or it was started elsewhere. */
  readonly desired: DesiredState<S> | null;
  /** Stop was asked for since the last start. */
  readonly unwanted: boolean;
}

type Fresh<S extends SessionService> = (target: Target<S>) => SessionState<S>;

export function toText<S extends SessionService>(persisted: Persisted<S>): string {
  const { state } = persisted;
  const error = state.error && errorToJSON(state.error);
  return JSON.stringify({ version: 2, ...persisted, state: { ...state, error } });
}

/** Written by `toText`, of this release or of the one before: its version says so. */
function isPersisted<S extends SessionService>(
  json: unknown,
): json is Persisted<S> & { state: JsonObject; standing?: DesiredState<S> | null } {
  return isObject(json) && (json.version === 1 || json.version === 2) && isObject(json.state);
}

/** @throws AgoraError of kind `invalid-state` for what another service or App ID has persisted */
export function fromText<S extends SessionService>(
  text: string | null | undefined,
  fresh: Fresh<S>,
): Persisted<S> | null {
  const json: unknown = text ? JSON.parse(text) : null;
  if (!isPersisted<S>(json)) return null;
  const { desired, standing = null, unwanted } = json;
  return { desired: desired ?? standing, unwanted, state: reviveState(json.state, fresh(json.state.target)) };
}

export function createFresh<S extends SessionService>(
  service: S,
  appId: string,
  settings: Parameters<typeof createState>[1]["settings"] = {},
): Fresh<S> {
  return (target) => createState(service, { appId, target, settings });
}

/** Whether answers were awaited when it was persisted. After a restart nobody waits for them any more. */
export function isWaiting({ step, inFlight }: SessionState): boolean {
  return step !== null || Object.values(inFlight).some((call) => call !== null);
}
