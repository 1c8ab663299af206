/** The values that say the same as leaving an optional field out: the service's own description calls such fields nullable. */
export type Absent = null | undefined;

/** Whether a field is not there. */
export function isAbsent(value: unknown): value is Absent {
  return value === undefined || value === null;
}
