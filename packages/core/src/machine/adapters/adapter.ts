import type { AgoraError } from "../../errors/agora-error.ts";
import type { RecordingFile } from "../../recording/types/file.ts";
import type { UploadState } from "../../recording/types/upload.ts";
import type { SessionNotification } from "../notification.ts";
import type { SessionState } from "../state.ts";
import type { Handle, Intent, Lease, SessionEnding, SessionService, SessionTypes, Target } from "../types.ts";

/** What an answer to query says about the run. `broken`: over by an error. */
export type Phase = "starting" | "running" | "recovering" | "stopping" | "over" | "broken";

export interface Reading<S extends SessionService> {
  readonly phase: Phase;
  /** Null where the answer does not say. */
  readonly serverStatus: SessionTypes[S]["serverStatus"] | null;
  /** Null where the service does not tell. */
  readonly files: readonly RecordingFile[] | null;
  readonly upload: UploadState | null;
}

/** What a notification says about the run of this session. */
export interface Notice<S extends SessionService> {
  /** The same for every copy. */
  readonly key: string;
  /** The handle that it completes a start in doubt to. */
  readonly found: Handle<S> | null;
  readonly files: readonly RecordingFile[] | null;
  readonly upload: UploadState | null;
  /** The run has ended. */
  readonly isOver: boolean;
  /** Something happened that a query should look at. */
  readonly check: boolean;
}

/** One service, as the machine has to know it. */
export interface Adapter<S extends SessionService> {
  /** The status of what runs and was confirmed. */
  readonly running: SessionTypes[S]["running"];
  /** A lease has to be acquired before start. */
  readonly leased: boolean;
  /** For so many ms a 404 can mean that it moves to another server; 0: a 404 is the end. */
  readonly failoverTime: number;
  /** After so many ms the service has ended it, whatever happened; Infinity: no document says so. */
  readonly longestLife: number;
  /** What can be stored of a start that is about to be sent. */
  toIntent(target: Target<S>, lease: Lease<S> | null, requestedAt: number): Intent<S>;
  /** What to start with, from an intent; null without leases. */
  toLease(intent: Intent<S>): Lease<S> | null;
  /** Whether an intent is for this target. */
  isMeant(target: Target<S>, intent: Intent<S>): boolean;
  /** Whether a lease is for this target. */
  isFor(target: Target<S>, lease: Lease<S>): boolean;
  /** What a start names can have been begun by another start. */
  readonly namesOthers: boolean;
  /** The handle that a refused start names. */
  adopt(error: Pick<AgoraError, "handle" | "runningTask">, state: SessionState<S>): Handle<S> | null;
  read(result: SessionTypes[S]["queried"]): Reading<S>;
  readStop(result: SessionTypes[S]["stopped"]): {
    readonly ending: SessionEnding;
    readonly files: readonly RecordingFile[];
    readonly upload: UploadState | null;
  };
  /** Null when it is about something else. */
  readNotice(notification: SessionNotification, state: SessionState<S>): Notice<S> | null;
}

/** Every service's own. */
export type Adapters = { readonly [S in SessionService]: Adapter<S> };
