/** What the command ends with. Scripts rely on these numbers: they never change their meaning. */
export const exitCodes = {
  ok: 0,
  /** The service, the storage or the network refused or failed. */
  failed: 1,
  /** Wrong arguments. */
  usage: 2,
  /** Settings are missing or wrong: environment variables, files that they come from. */
  settings: 3,
  /** `doctor` found something that has to be put right. */
  unhealthy: 4,
  /** There is nothing: no such error, no such recording, nothing that runs. */
  nothing: 5,
  /** Ended by Ctrl+C before its work was done. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
