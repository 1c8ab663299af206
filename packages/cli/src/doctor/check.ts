/** What a check found. `action` says what to do where something is wrong. */
export interface Finding {
  /** One stable word. */
  readonly check: string;
  readonly status: "ok" | "warning" | "problem" | "skipped";
  readonly message: string;
  readonly action?: string;
  /** What is wrong, in one stable word. */
  readonly kind?: string;
  /** How long it took. */
  readonly ms?: number;
}

export const ok = (check: string, message: string, ms?: number): Finding => ({
  check,
  status: "ok",
  message,
  ...(ms !== undefined && { ms }),
});

export const skipped = (check: string, message: string): Finding => ({ check, status: "skipped", message });

export const problem = (check: string, kind: string, message: string, action: string): Finding => ({
  check,
  status: "problem",
  kind,
  message,
  action,
});

export const warning = (check: string, kind: string, message: string, action: string): Finding => ({
  ...problem(check, kind, message, action),
  status: "warning",
});
