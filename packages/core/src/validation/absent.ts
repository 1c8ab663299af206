/** The values that say the same as leaving an optional field out: the service's own description calls such fields nullable. */
export type Absent = null | undefined;

/**
 * The type of a field that this kind of request does not have. Nothing but leaving it out fits, and the compiler says
 * why: `not assignable to type 'NotHere<"only in mode mix">'`.
 */
export type NotHere<Why extends string> = Absent | Refused<Why>;

/** A type that no value has. */
interface Refused<Why extends string> {
  readonly "~why": Why;
}

/** Whether a field is not there. */
export function isAbsent(value: unknown): value is Absent {
  return value === undefined || value === null;
}
