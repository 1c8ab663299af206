import type { ExitCode } from "./exit-codes.ts";

/** Why a command cannot do its work, in words for the person who called it. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly exit: ExitCode;
  /** One stable word for `--json`. */
  readonly kind: string;

  constructor(exit: ExitCode, kind: string, message: string) {
    super(message);
    this.exit = exit;
    this.kind = kind;
  }
}
