import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";

/** Refuses an option when a server is set up. Its value is not repeated: it can be a secret. */
export function refuseOption(path: string, message: string): never {
  const issues = [{ path, message, received: "" }];
  throw new AgoraValidationError({ kind: "invalid-config", text: local["invalid-config"], issues });
}

/** For numbers that come out of an environment as `NaN`, with which every comparison fails and nothing is limited. */
export function checkPositive(options: Readonly<Record<string, number | undefined>>): void {
  for (const [path, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!(Number.isFinite(value) && value > 0)) refuseOption(path, "must be a positive number");
  }
}

/** Whether a text can be a secret. An environment without one gives nothing, blanks, or the word for nothing. */
export function isSecret(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && !/^\s*(undefined|null|nan)\s*$/i.test(value);
}

/** Shorter ones can be found by trying. */
const shortest = 16;

export function checkGrantSecrets(given: readonly string[]): readonly string[] {
  // A text would count as a list of its letters.
  if (!Array.isArray(given) || given.length === 0) refuseOption("grantSecrets", "must be a list of one secret or more");
  for (const [index, secret] of given.entries()) {
    if (isSecret(secret) && secret.trim().length >= shortest) continue;
    refuseOption(`grantSecrets[${index}]`, `must be a text of at least ${shortest} characters`);
  }
  return given;
}
