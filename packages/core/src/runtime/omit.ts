/** A copy without the fields of these names. */
export function omit<T extends object, Name extends keyof T>(value: T, ...names: Name[]): Omit<T, Name> {
  const copy: Partial<T> = { ...value };
  for (const name of names) delete copy[name];
  // All that is missing now is what `Omit` leaves out.
  return copy as Omit<T, Name>;
}
