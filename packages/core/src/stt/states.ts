/**
 * State of a task or agent, in one vocabulary for all generations:
 *
 * | State | v7 | before |
 * |---|---|---|
 * | `idle` | `IDLE` | `IDLE` |
 * | `starting` | `STARTING` | `PREPARING`, `PREPARED`, `STARTING`, `CREATED` |
 * | `running` | `RUNNING` | `STARTED`, `IN_PROGRESS`, `RUNNING` |
 * | `recovering` | `RECOVERING` | `RECONNECTING` |
 * | `stopping` | `STOPPING` | `STOPPING` |
 * | `stopped` | `STOPPED` | `STOPPED` |
 * | `failed` | `FAILED` | `FAILURE_STOP` |
 */
export type SttStateName = "idle" | "starting" | "running" | "recovering" | "stopping" | "stopped" | "failed";

/** A state by name, or the word of the service where this SDK has no name for it. */
export type SttState = SttStateName | (string & {});

/** The state that a word of the service stands for; words without a name stay as they are. */
export function normalizeSttState(status: string): SttState {
  switch (status) {
    case "IDLE":
      return "idle";
    case "PREPARING":
    case "PREPARED":
    case "STARTING":
    case "CREATED":
      return "starting";
    case "STARTED":
    case "IN_PROGRESS":
    case "RUNNING":
      return "running";
    case "RECONNECTING":
    case "RECOVERING":
      return "recovering";
    case "STOPPING":
      return "stopping";
    case "STOPPED":
      return "stopped";
    case "FAILURE_STOP":
    case "FAILED":
      return "failed";
    default:
      return status;
  }
}

/** Whether it transcribes, by the word of the service or by the state. */
export function isSttRunning(state: string): boolean {
  return normalizeSttState(state) === "running";
}

/** Whether it has ended and will not come back, by the word of the service or by the state. */
export function isSttOver(state: string): boolean {
  return ["stopped", "failed"].includes(normalizeSttState(state));
}

/**
 * @deprecated The name of the first edition: `normalizeSttState`.
 * @alias
 */
export const normaliseSttState = normalizeSttState;
