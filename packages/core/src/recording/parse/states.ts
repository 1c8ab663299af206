import { integerAt, type JsonObject } from "../../runtime/json.ts";
import type { RecordingServiceState } from "../types/service-state.ts";
import type { RecordingState, RecordingStateName } from "../types/state.ts";

const names: Readonly<Record<number, RecordingStateName>> = {
  0: "not-started",
  1: "initialized",
  2: "starting",
  3: "partly-ready",
  4: "ready",
  5: "in-progress",
  6: "stopping",
  7: "stopped",
  8: "exited",
  20: "exited-abnormally",
};

/** The name of `serverResponse.status`; a number that no document knows stays a number. */
export function nameState(status: number): RecordingState {
  return names[status] ?? status;
}

/** What the state of its recorder says of a recording. Whether it still runs, the other states leave open. */
const byRecorder: Readonly<Record<string, RecordingStateName>> = {
  idle: "not-started",
  started: "starting",
  init: "starting",
  ready: "ready",
  "in-progress": "in-progress",
  exit: "exited",
};

/** The state by `status`, else by what the recorder among the services says; null where neither says it. */
export function readState(
  serverResponse: JsonObject,
  services: Readonly<Record<string, RecordingServiceState>>,
): RecordingState | null {
  const status = integerAt(serverResponse, "status");
  if (status !== undefined) return nameState(status);
  const recorder = services.recordingService ?? services.web_recorder_service;
  return (recorder !== undefined && byRecorder[recorder]) || null;
}
