import { adapterOf } from "./adapters/adapters.ts";
import type { IdleSnapshot, RunningSnapshot, SessionSnapshot } from "./snapshot-types.ts";
import { isPaused, type SessionState, unsettledOf } from "./state.ts";
import type { SessionService } from "./types.ts";

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

/** What a session shows in this state. */
export function snapshotOf<S extends SessionService>(state: SessionState<S>): SessionSnapshot<S> {
  const snapshot = show(state);
  return [idleSnapshot, restoringSnapshot].find((bare) => isSameSnapshot(bare, snapshot)) ?? snapshot;
}

/** Each status with what is true in it, and nothing else. What the machine never leads to shows as nothing. */
function show<S extends SessionService>(state: SessionState<S>): SessionSnapshot<S> {
  const { status, lease, handle, checkedAt, serverStatus, files, upload, error } = state;
  const unsettled = unsettledOf(state);
  const startedAt = state.startedAt ?? handle?.startedAt ?? null;
  const run = handle && startedAt !== null ? { handle, startedAt } : null;
  const facts = { isRestoring: state.restoring, isPending: false, isPaused: false, serverStatus, checkedAt } as const;
  const found = { ...facts, files, upload };
  const over = { ...found, unsettled, isActive: unsettled !== null };
  const free = { ...over, lease: null, handle: null, startedAt: null, ending: null };
  const runs = { ...found, unsettled: null, isActive: true, lease: null, ending: null, error } as const;
  const idle: IdleSnapshot<S> = { ...free, status: "idle", error };
  switch (status) {
    case "idle":
      return idle;
    case "acquiring":
      return { ...free, status, isPending: true, error: null };
    case "acquired":
      return lease ? { ...free, status, lease, error } : idle;
    case "expired":
      return lease ? { ...free, status, lease, error } : idle;
    case "starting":
      return { ...runs, status, isPending: true, handle, startedAt };
    case "recording":
    case "transcribing": {
      if (!run) return idle;
      const running: RunningSnapshot<S> = { ...runs, ...run, status: adapterOf(state).running };
      return running;
    }
    case "recovering":
      return run ? { ...runs, ...run, status } : idle;
    case "stopping":
      return run ? { ...runs, ...run, status, isPending: true, isPaused: isPaused(state) } : idle;
    case "stopped":
      return run ? { ...over, ...run, status, lease: null, ending: state.ending ?? "exited", error: null } : idle;
    case "failed":
      return error ? { ...over, status, lease: null, handle, startedAt, ending: null, error } : idle;
  }
}

/** Whether two snapshots show the same. When it was checked last is no news by itself. */
export function isSameSnapshot(a: SessionSnapshot, b: SessionSnapshot): boolean {
  return (Object.keys(a) as (keyof SessionSnapshot)[]).every(
    (key) => key === "checkedAt" || a[key] === b[key] || (key !== "error" && isSameJson(a[key], b[key])),
  );
}

/** Whether two values of snapshots are the same as JSON; their fields always come in one order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
