import type {
  AgoraError,
  FailedSnapshot,
  RunningSnapshot,
  SessionService,
  SessionSnapshot,
  StoppedSnapshot,
} from "@agora-edge/core";

/**
 * What a component wants to be told. Each is called once for each transition that happens while the component is mounted, in
 * StrictMode too, and is the one of the last committed render.
 */
export interface SessionCallbacks<S extends SessionService> {
  /** The service confirms that it runs. Once for each run: not again after `recovering`, where it never ended. */
  onRunning?(snapshot: RunningSnapshot<S>): void;
  /** It was stopped, or has ended by itself: `ending` says which. */
  onStopped?(snapshot: StoppedSnapshot<S>): void;
  /** It is over, however it ended: `stopped`, or `failed`. */
  onEnded?(snapshot: StoppedSnapshot<S> | FailedSnapshot<S>): void;
  /** `error` is a new one. */
  onError?(error: AgoraError): void;
  /** `status` has changed. */
  onChange?(snapshot: SessionSnapshot<S>, before: SessionSnapshot<S>): void;
}

function isRunning<S extends SessionService>(snapshot: SessionSnapshot<S>): snapshot is RunningSnapshot<S> {
  return snapshot.status === "recording" || snapshot.status === "transcribing";
}

function isStopped<S extends SessionService>(snapshot: SessionSnapshot<S>): snapshot is StoppedSnapshot<S> {
  return snapshot.status === "stopped";
}

function isOver<S extends SessionService>(
  snapshot: SessionSnapshot<S>,
): snapshot is StoppedSnapshot<S> | FailedSnapshot<S> {
  return isStopped(snapshot) || snapshot.status === "failed";
}

/** Whether the service has confirmed what a snapshot shows: `recovering` and `stopping` come before or after that. */
export function hasRun<S extends SessionService>(snapshot: SessionSnapshot<S>, before: boolean): boolean {
  const { status } = snapshot;
  return isRunning(snapshot) || (before && (status === "recovering" || status === "stopping"));
}

/**
 * Tells a component what has changed.
 *
 * @param wasRunning whether it was told, or saw when it came, that what `before` shows runs
 */
export function tell<S extends SessionService>(
  callbacks: SessionCallbacks<S>,
  before: SessionSnapshot<S>,
  next: SessionSnapshot<S>,
  wasRunning: boolean,
): void {
  if (next.error && next.error !== before.error) callbacks.onError?.(next.error);
  if (next.status === before.status) return;
  callbacks.onChange?.(next, before);
  if (isRunning(next) && !wasRunning) callbacks.onRunning?.(next);
  if (isStopped(next)) callbacks.onStopped?.(next);
  if (isOver(next)) callbacks.onEnded?.(next);
}
