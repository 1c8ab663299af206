/** What no longer matters once nothing runs. */
export const ended = {
  confirming: null,
  missing: null,
  stopping: null,
  stranded: null,
  unreachable: 0,
  checkAt: null,
  deferredBy: 0,
} as const;
