import type { AgoraError } from "../errors/agora-error.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import type { SessionCommand } from "./events.ts";
import type { LedgerChange } from "./ledger-change.ts";
import type { SessionState, StartStep } from "./state.ts";
import type { Handle, Intent, SessionService, Target } from "./types.ts";

/** What has to be done, in this order. Answers come back as events with the same `call`. */
export type SessionEffect<S extends SessionService = SessionService> =
  /** Wait until nobody else starts under this key, then read storage: `claimed`. */
  | { readonly type: "claim"; readonly call: number }
  /** The start is over, whatever came of it. */
  | { readonly type: "release" }
  /** Get the request body ready: `prepared`. */
  | { readonly type: "prepare"; readonly call: number }
  | { readonly type: "acquire"; readonly call: number; readonly target: Target<S> }
  | { readonly type: "start"; readonly call: number; readonly intent: Intent<S> }
  /** Where the rate limit has no room for it yet, and no caller waits for it (`high`), the answer is `deferred`. */
  | { readonly type: "query"; readonly call: number; readonly handle: Handle<S>; readonly priority: RequestPriority }
  | { readonly type: "stop"; readonly call: number; readonly handle: Handle<S> }
  /** Merge it into what is stored, one after another; answer with `stored` and the same `step`. */
  | { readonly type: "store"; readonly change: LedgerChange<S>; readonly step: StartStep | null }
  /**
   * Every caller that waits for the command gets its end: `error`, an `AgoraAbortError` that says why it was given up, or,
   * without either, that it worked.
   */
  | {
      readonly type: "settle";
      readonly command: SessionCommand;
      readonly error?: AgoraError;
      readonly givenUp?: string;
    }
  /**
   * A run was not found, or another observer shows it as over: another tab may have ended it. Read storage again: `synced`. `isFree`: another tab is on its way to a
   * start, or has left one in doubt; read when nobody starts under this key, and say so.
   */
  | { readonly type: "look"; readonly isFree?: boolean }
  /** Give up requests that change nothing; starts and stops that were sent go on. */
  | { readonly type: "abort" };

/** What an event leads to: the next state, and what has to be done. */
export interface TransitionResult<S extends SessionService = SessionService> {
  /** The session from now on. */
  readonly state: SessionState<S>;
  /** What has to be done, in this order. */
  readonly effects: readonly SessionEffect<S>[];
}
