import type { AgoraError } from "../errors/agora-error.ts";

/** A session, or what a hook gives. */
export interface Retryable {
  /** As the snapshot has it. */
  readonly status: string;
  /** What failed; null if nothing did. */
  readonly error: AgoraError | null;
  /** The session's command. */
  readonly acquire: () => Promise<unknown>;
  /** The session's command. */
  readonly start: () => Promise<unknown>;
  /** The session's command. */
  readonly stop: () => Promise<unknown>;
  /** The session's command. */
  readonly query: () => Promise<unknown>;
}

/**
 * The command that has failed, for a button "Try again"; undefined where nothing failed, where the same would fail again until
 * something is mended, and for changes (`update`, `updateLayout`), which are repeated where they were made.
 *
 * @example
 * const retry = retryOf(recording);
 * {retry && <button onClick={retry}>Try again</button>}
 */
export function retryOf(session: Retryable): (() => Promise<unknown>) | undefined {
  const { error, status, acquire, start, stop, query } = session;
  if (!error || error.retry.policy === "none" || error.retry.policy === "not-applicable") return undefined;
  const command = error.operation?.split(".")[1];
  if (command === "acquire" && status === "idle") return () => acquire();
  if (command === "stop" || command === "leave") return () => stop();
  if (status === "failed" || command === "start" || command === "join") return () => start();
  return command === "query" || command === "get" ? () => query() : undefined;
}
