import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import { isActive, type SessionState, unsettledOf } from "./state.ts";
import type { Handle, Intent, Lease, SessionEnding, SessionService, SessionStatus, SessionTypes } from "./types.ts";

/** What a session shows. Never changes: another one takes its place when something did. */
export interface SessionSnapshot<S extends SessionService = SessionService> {
  readonly status: SessionStatus;
  /** Something is under way that ends by itself: `acquiring`, `starting` or `stopping`. */
  readonly isPending: boolean;
  /** Something runs, or may run: `starting`, `recording` or `transcribing`, `recovering`, `stopping`. */
  readonly isActive: boolean;
  /** Storage is being read; commands wait for it. */
  readonly isRestoring: boolean;
  readonly lease: Lease<S> | null;
  /** What runs, or ran last. */
  readonly handle: Handle<S> | null;
  /** A start whose outcome nobody knows; the next `start()` repeats it. */
  readonly unsettled: Intent<S> | null;
  /** What the service said last. */
  readonly serverStatus: SessionTypes[S]["serverStatus"] | null;
  /** When the service accepted the start, in ms since the epoch. */
  readonly startedAt: number | null;
  /**
   * When the service last confirmed what this shows, in ms since the epoch. A check that finds nothing new leaves the
   * snapshot as it is; `query()` resolves with the time of its own.
   */
  readonly checkedAt: number | null;
  readonly files: readonly RecordingFile[];
  readonly upload: UploadState | null;
  /** How it ended, once `status` is `stopped`. */
  readonly ending: SessionEnding | null;
  /** Of the last command that failed, or of the check that found the end. */
  readonly error: AgoraError | null;
}

/** A snapshot from elsewhere: a server that watches the same recording, through its JSON. */
export type SessionPush<S extends SessionService = SessionService> = Pick<SessionSnapshot<S>, "status" | "handle"> &
  Partial<Pick<SessionSnapshot<S>, "serverStatus" | "startedAt" | "checkedAt" | "files" | "upload" | "ending">> & {
    readonly error?: AgoraError | null;
  };

/** What a session shows that holds nothing. One object, so that nothing renders for it. */
export const idleSnapshot: SessionSnapshot<never> = {
  status: "idle",
  isPending: false,
  isActive: false,
  isRestoring: false,
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
export const restoringSnapshot: SessionSnapshot<never> = { ...idleSnapshot, isRestoring: true };

/** What a session shows in this state. */
export function snapshotOf<S extends SessionService>(state: SessionState<S>): SessionSnapshot<S> {
  const snapshot = facts(state);
  return [idleSnapshot, restoringSnapshot].find((bare) => isSameSnapshot(bare, snapshot)) ?? snapshot;
}

function facts<S extends SessionService>(state: SessionState<S>): SessionSnapshot<S> {
  const { status, lease, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error } = state;
  return {
    status,
    isPending: status === "acquiring" || status === "starting" || status === "stopping",
    isActive: status === "starting" || isActive(state),
    isRestoring: state.restoring,
    lease,
    handle,
    unsettled: unsettledOf(state),
    serverStatus,
    startedAt,
    checkedAt,
    files,
    upload,
    ending,
    error,
  };
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
