import type { IdleSnapshot } from "./snapshot-types.ts";

/** What a session shows that holds nothing. One object, so that nothing renders for it. */
export const idleSnapshot: IdleSnapshot<never> = {
  status: "idle",
  isPending: false,
  isActive: false,
  isRestoring: false,
  isPaused: false,
  lease: null,
  handle: null,
  unsettled: null,
  serverStatus: null,
  startedAt: null,
  checkedAt: null,
  files: [],
  upload: null,
  ending: null,
  error: null,
};

/** The same, while storage is being read. */
export const restoringSnapshot: IdleSnapshot<never> = { ...idleSnapshot, isRestoring: true };
