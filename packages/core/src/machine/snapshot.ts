import { adapterOf } from "./adapters/adapters.ts";
import { idleSnapshot, restoringSnapshot } from "./idle-snapshot.ts";
import { isSameSnapshot } from "./same-snapshot.ts";
import type { IdleSnapshot, RunningSnapshot, SessionSnapshot } from "./snapshot-types.ts";
import type { SessionState } from "./state.ts";
import { isPaused, mayRunOn, unsettledOf } from "./activity.ts";
import type { SessionService } from "./types.ts";

/** What a session shows in this state. */
export function snapshotOf<S extends SessionService>(state: SessionState<S>): SessionSnapshot<S> {
  const snapshot = show(state);
  if (snapshot.status !== "idle") return snapshot;
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
  const over = () => ({ ...found, unsettled, isActive: unsettled !== null || mayRunOn(state) });
  const free = () => ({ ...over(), lease: null, handle: null, startedAt: null, ending: null });
  const runs = () => ({ ...found, unsettled: null, isActive: true, lease: null, ending: null, error }) as const;
  const idle = (): IdleSnapshot<S> => ({ ...free(), status: "idle", error });
  switch (status) {
    case "idle":
      return idle();
    case "acquiring":
      return { ...free(), status, isPending: true, error: null };
    case "acquired":
      return lease ? { ...free(), status, lease, error } : idle();
    case "expired":
      return lease ? { ...free(), status, lease, error } : idle();
    case "starting":
      return { ...runs(), status, isPending: true, isPaused: isPaused(state), handle, startedAt };
    case "recording":
    case "transcribing": {
      if (!run) return idle();
      const running: RunningSnapshot<S> = { ...runs(), ...run, status: adapterOf(state).running };
      return running;
    }
    case "recovering":
      return run ? { ...runs(), ...run, status } : idle();
    case "stopping":
      return run ? { ...runs(), ...run, status, isPending: true, isPaused: isPaused(state) } : idle();
    case "stopped":
      return run ? { ...over(), ...run, status, lease: null, ending: state.ending ?? "exited", error: null } : idle();
    case "failed":
      return error ? { ...over(), status, lease: null, handle, startedAt, ending: null, error } : idle();
  }
}
