/**
 * State of a service that works on a recording. The service's own words for them are `serviceIdle`, `serviceStarted`,
 * `serviceReady`, `serviceInProgress`, `serviceCompleted`, `servicePartialCompleted`, `serviceValidationFailed` and
 * `serviceAbnormal`; services of web mode say `init`, `inProgress` and `exit`. Other words are made alike.
 *
 * Agora docs: query, serverResponse, subServiceStatus and extensionServiceState
 */
export type RecordingServiceState =
  /** Not started. */
  | "idle"
  | "started"
  | "ready"
  /** At work. */
  | "in-progress"
  /** Everything that was subscribed to has been handed over. */
  | "completed"
  /** Only a part has been handed over. */
  | "partial-completed"
  /** It refused its own configuration, such as a wrong `apiData`. */
  | "validation-failed"
  /** Something is wrong with it. */
  | "abnormal"
  | "init"
  /** It has ended. */
  | "exit"
  | (string & {});
