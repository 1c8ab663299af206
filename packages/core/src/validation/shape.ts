/** Names whose values are secret or close to it. Too wide is harmless: only the received number or length is left out. */
const SECRET = /(key|token|secret|salt|seed|tag|cert|pass)[^.]*$/i;

/** Whether the last name of the path may hold a secret, so that nothing but the type of its value is told. */
export function isSecretPath(path: string): boolean {
  return SECRET.test(path);
}

/**
 * What a value looks like, in a few words that can be logged: `number 3`, `string of 12 characters`, `array of 2`,
 * `nothing`. Text is never repeated; of a secret not even the length is told.
 */
export function shapeOf(value: unknown, secret = false): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (!secret && typeof value === "number") return `number ${value}`;
  if (!secret && typeof value === "string") return `string of ${value.length} characters`;
  return typeof value;
}
