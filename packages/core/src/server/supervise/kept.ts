import { createState, type SessionState } from "../../machine/state.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import { isObject, type JsonObject } from "../../runtime/json.ts";
import { errorToJSON, reviveState } from "../../sessions/revive-state.ts";
import type { Standing } from "./standing.ts";

/** What is kept of one recording. No request body, no token, no key. */
export interface Kept {
  readonly state: SessionState<"recording">;
  /** Null: nobody wants it to run any more, or it was started elsewhere. */
  readonly standing: Standing | null;
  /** Stop was asked for since the last start. */
  readonly unwanted: boolean;
}

type Fresh = (target: RecordingSessionTarget) => SessionState<"recording">;

export function toText(kept: Kept): string {
  const { state } = kept;
  return JSON.stringify({ version: 1, ...kept, state: { ...state, error: state.error && errorToJSON(state.error) } });
}

/** Written by `toText`: its version says so. */
function isKept(json: unknown): json is Kept & { state: JsonObject } {
  return isObject(json) && json.version === 1 && isObject(json.state);
}

/** @throws AgoraError of kind `invalid-state` for what another App ID has kept */
export function fromText(text: string | null | undefined, fresh: Fresh): Kept | null {
  const json: unknown = text ? JSON.parse(text) : null;
  return isKept(json) ? { ...json, state: reviveState(json.state, fresh(json.state.target)) } : null;
}

export function createFresh(appId: string, settings: Parameters<typeof createState>[1]["settings"] = {}): Fresh {
  return (target) => createState("recording", { appId, target, settings });
}

/** Whether answers were awaited when it was kept. After a restart nobody waits for them any more. */
export function isWaiting({ step, flights }: SessionState): boolean {
  return step !== null || Object.values(flights).some((call) => call !== null);
}
