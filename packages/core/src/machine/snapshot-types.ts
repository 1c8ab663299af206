import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import type { Handle, Intent, Lease, SessionEnding, SessionService, SessionTypes } from "./types.ts";

/** What every status can have. */
interface Facts<S extends SessionService> {
  /** Something is under way that ends by itself: `acquiring`, `starting` or `stopping`. */
  readonly isPending: boolean;
  /**
   * Something runs, or may run: from `starting` to `stopping`, and in any other status while a start is in doubt
   * (`unsettled`).
   */
  readonly isActive: boolean;
  /** Storage is being read; commands wait for it. */
  readonly isRestoring: boolean;
  /** A stop waits for the network, and goes on when it is back. */
  readonly isPaused: boolean;
  /** A start whose outcome nobody knows; the next `start()` repeats it. */
  readonly unsettled: Intent<S> | null;
  /** What the service said last. */
  readonly serverStatus: SessionTypes[S]["serverStatus"] | null;
  /**
   * When the service last confirmed what this shows, in ms since the epoch. A check that finds nothing new leaves the
   * snapshot as it is; `query()` resolves with the time of its own.
   */
  readonly checkedAt: number | null;
  /** The files that the service has named so far. */
  readonly files: readonly RecordingFile[];
  /** How far the files are; null before anything is known. */
  readonly upload: UploadState | null;
}

interface NothingRuns<S extends SessionService> extends Facts<S> {
  readonly isPaused: false;
  readonly handle: null;
  readonly startedAt: null;
  readonly ending: null;
}

/** A snapshot in which nothing is held. */
export interface IdleSnapshot<S extends SessionService> extends NothingRuns<S> {
  readonly status: "idle";
  readonly isPending: false;
  readonly lease: null;
  /** What failed last, until `clearError()` or a command that works. */
  readonly error: AgoraError | null;
}

/** A snapshot in which the lease is on its way. */
export interface AcquiringSnapshot<S extends SessionService> extends NothingRuns<S> {
  readonly status: "acquiring";
  readonly isPending: true;
  readonly lease: null;
  readonly error: null;
}

/** A snapshot in which a lease is held. */
export interface AcquiredSnapshot<S extends SessionService> extends NothingRuns<S> {
  readonly status: "acquired";
  readonly isPending: false;
  readonly lease: Lease<S>;
  /** Why the start failed for which it was acquired. */
  readonly error: AgoraError | null;
}

/** A snapshot in which the lease ran out unused. */
export interface ExpiredSnapshot<S extends SessionService> extends NothingRuns<S> {
  readonly status: "expired";
  readonly isPending: false;
  /** What ran out. */
  readonly lease: Lease<S>;
  /** Why the lease could not be used or renewed, if that failed. */
  readonly error: AgoraError | null;
}

interface Runs<S extends SessionService> extends Facts<S> {
  readonly isActive: true;
  readonly unsettled: null;
  readonly lease: null;
  readonly ending: null;
  /** Of the last command that failed, until one of its kind succeeds; or of a check, until the next that works. */
  readonly error: AgoraError | null;
}

/** A snapshot in which start was sent, or accepted and not confirmed yet. */
export interface StartingSnapshot<S extends SessionService> extends Runs<S> {
  readonly status: "starting";
  readonly isPending: true;
  /** Null until the service has taken the start. */
  readonly handle: Handle<S> | null;
  /** When it took it, in ms since the epoch. */
  readonly startedAt: number | null;
}

interface HasHandle<S extends SessionService> {
  /** What runs: every call on it takes this. */
  readonly handle: Handle<S>;
  /** When the service took the start, in ms since the epoch. */
  readonly startedAt: number;
}

/** A snapshot in which the service has confirmed that it runs. */
export interface RunningSnapshot<S extends SessionService> extends Runs<S>, HasHandle<S> {
  /** `recording`, or `transcribing`: the service confirms that it runs. */
  readonly status: SessionTypes[S]["running"];
  readonly isPending: false;
  readonly isPaused: false;
}

/** A snapshot in which the service cannot find at the moment what ran. */
export interface RecoveringSnapshot<S extends SessionService> extends Runs<S>, HasHandle<S> {
  readonly status: "recovering";
  readonly isPending: false;
  readonly isPaused: false;
}

/** A snapshot in which stop is under way. */
export interface StoppingSnapshot<S extends SessionService> extends Runs<S>, HasHandle<S> {
  readonly status: "stopping";
  readonly isPending: true;
}

/** A snapshot of a session that is over; `ending` says how. */
export interface StoppedSnapshot<S extends SessionService> extends Facts<S>, HasHandle<S> {
  readonly status: "stopped";
  readonly isPending: false;
  readonly isPaused: false;
  readonly lease: null;
  /** How it ended. */
  readonly ending: SessionEnding;
  readonly error: null;
}

/** A snapshot of a session that ended by an error. */
export interface FailedSnapshot<S extends SessionService> extends Facts<S> {
  readonly status: "failed";
  readonly isPending: false;
  readonly isPaused: false;
  readonly lease: null;
  /** What ran, where something did. */
  readonly handle: Handle<S> | null;
  readonly startedAt: number | null;
  readonly ending: null;
  /** Why it ended. */
  readonly error: AgoraError;
}

/**
 * What a session shows. Never changes: another one takes its place when something did. `status` says which fields are
 * there: something that runs has a `handle`, what has failed an `error`, what has been acquired a `lease`.
 */
export type SessionSnapshot<S extends SessionService = SessionService> =
  | IdleSnapshot<S>
  | AcquiringSnapshot<S>
  | AcquiredSnapshot<S>
  | ExpiredSnapshot<S>
  | StartingSnapshot<S>
  | RunningSnapshot<S>
  | RecoveringSnapshot<S>
  | StoppingSnapshot<S>
  | StoppedSnapshot<S>
  | FailedSnapshot<S>;

type Optional = "serverStatus" | "startedAt" | "checkedAt" | "files" | "upload" | "ending" | "error";

type PushOf<Snapshot> = Snapshot extends { readonly status: unknown; readonly handle: unknown }
  ? Pick<Snapshot, "status" | "handle"> & Partial<Pick<Snapshot, Optional & keyof Snapshot>>
  : never;

/** A snapshot from elsewhere, such as a server that watches the same recording: through JSON, with the fields that it has. */
export type SessionPush<S extends SessionService = SessionService> = PushOf<SessionSnapshot<S>>;
