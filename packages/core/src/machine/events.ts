import type { AgoraError } from "../errors/agora-error.ts";
import type { StoredRun } from "./ledger.ts";
import type { SessionNotification } from "./notification.ts";
import type { SessionPush } from "./snapshot-types.ts";
import type { StartStep } from "./state.ts";
import type { Handle, Lease, SessionService, SessionTypes, Target } from "./types.ts";

/** Commands that somebody may be waiting for. */
export type SessionCommand = "acquire" | "start" | "stop" | "query" | "running";

/** What happens to a session. Every event says when: `now`, in ms since the epoch. */
export type SessionEvent<S extends SessionService = SessionService> = { readonly now: number } & (
  | { readonly type: "acquire" | "start"; readonly target?: Target<S> | undefined }
  | { readonly type: "stop" | "query" | "clearError" | "reset" | "dispose" }
  | { readonly type: "resume"; readonly handle: Handle<S> }
  | { readonly type: "notification"; readonly notification: SessionNotification }
  /** `error`: that of the snapshot, which may have been JSON. `isShared`: of another tab with the same storage. */
  | {
      readonly type: "push";
      readonly snapshot: SessionPush<S>;
      readonly error: AgoraError | null;
      readonly isShared?: boolean;
    }
  /** What storage held for this key; null where there is no storage but the state itself. */
  | { readonly type: "restored"; readonly runs: readonly StoredRun<S>[] | null }
  /** Storage was read again while nothing runs here. */
  | { readonly type: "found"; readonly runs: readonly StoredRun<S>[] | null }
  /** Another tab has changed what storage holds, or a run was not found. `isFree`: nobody starts under this key now. */
  | { readonly type: "synced"; readonly runs: readonly StoredRun<S>[]; readonly isFree?: boolean | undefined }
  /** Nobody else starts under this key; what storage holds now. */
  | { readonly type: "claimed"; readonly call: number; readonly runs: readonly StoredRun<S>[] | null }
  /** The request body is ready. */
  | { readonly type: "prepared"; readonly call: number }
  | { readonly type: "stored"; readonly step: StartStep | null; readonly error?: unknown }
  | { readonly type: "acquired"; readonly call: number; readonly lease: Lease<S> }
  | { readonly type: "started"; readonly call: number; readonly handle: Handle<S> }
  | { readonly type: "queried"; readonly call: number; readonly result: SessionTypes[S]["queried"] }
  /** The rate limit has no room for the query yet: it was not sent. `wait` is in ms; `error` is for callers that wait for it. */
  | { readonly type: "deferred"; readonly call: number; readonly wait: number; readonly error?: AgoraError }
  | { readonly type: "stopped"; readonly call: number; readonly result: SessionTypes[S]["stopped"] }
  /** An effect came to nothing. */
  | { readonly type: "failed"; readonly call: number; readonly error: AgoraError }
  /** An update failed, or worked. */
  | { readonly type: "updated"; readonly handle: Handle<S>; readonly error?: AgoraError | undefined }
  /** The time of `wakeAt`; `due` is what it was set to. */
  | { readonly type: "tick"; readonly due: number }
  /** Somebody looks again, or the network came back. */
  | { readonly type: "wake"; readonly visible: boolean; readonly online: boolean }
  | { readonly type: "watch"; readonly watched: boolean }
);
