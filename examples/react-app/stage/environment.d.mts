export interface Account {
  /** For the Worker. */
  readonly bindings: Readonly<Record<string, string>>;
}

/**
 * The account that the environment names, or nothing where it names none.
 *
 * @throws Error that lists everything that is missing
 */
export function readAccount(env: Readonly<Record<string, string | undefined>>): Account | undefined;
