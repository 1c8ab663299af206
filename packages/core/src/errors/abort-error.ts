import { AgoraError } from "./agora-error.ts";

/** The caller's `signal` aborted the call; `cause` is its reason. A request that was already sent may still take effect. */
export class AgoraAbortError extends AgoraError {
  override readonly name = "AgoraAbortError";
}
