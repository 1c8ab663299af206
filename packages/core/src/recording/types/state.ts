/**
 * State of a recording by the numbers that the service gives: 0 to 8 in this order, and 20 for `exited-abnormally`. It
 * records in `ready` (nothing uploaded yet) and `in-progress`. Numbers without a name stay numbers.
 *
 * Agora docs: query, serverResponse.status
 */
export type RecordingStateName =
  | "not-started"
  | "initialized"
  | "starting"
  | "partly-ready"
  | "ready"
  | "in-progress"
  | "stopping"
  | "stopped"
  | "exited"
  | "exited-abnormally";

/** A state by name, or the number of one that this SDK has no name for. */
export type RecordingState = RecordingStateName | number;
