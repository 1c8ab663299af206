import type { RecordingStateName } from "../types/state.ts";

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
export function nameState(status: number): RecordingStateName | number {
  return names[status] ?? status;
}
