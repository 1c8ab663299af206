import type { SessionNotification } from "../machine/notification.ts";
import type { SessionPush, SessionSnapshot } from "../machine/snapshot-types.ts";
import type { Handle, Lease, SessionService } from "../machine/types.ts";
import type { Send } from "./changes.ts";
import type { SubscribeOptions } from "./observers.ts";

/** What recordings and transcriptions have in common. Functions can be passed on alone. */
export interface Session<S extends SessionService = SessionService> {
  /** What it is stored and shared under. */
  readonly key: string;
  /** Calls `listener` after every change, until the returned function is called. */
  readonly subscribe: (listener: () => void, options?: SubscribeOptions) => () => void;
  /** The same object until something changes. */
  readonly getSnapshot: () => SessionSnapshot<S>;
  /** Gets a lease for later; `start()` does it by itself. */
  readonly acquire: () => Promise<Lease<S>>;
  /** Starts, unless something runs already. Resolves when the service took it and storage has the handle. */
  readonly start: () => Promise<Handle<S>>;
  /** Resolves when the service confirms that it runs; rejects when it does not come up. */
  readonly whenRunning: () => Promise<SessionSnapshot<S>>;
  /** Ends what runs, or is being started. Nothing to do where nothing runs. */
  readonly stop: () => Promise<SessionSnapshot<S>>;
  /** Asks the service now. */
  readonly query: () => Promise<SessionSnapshot<S>>;
  /** Takes over what was started elsewhere. */
  resume(this: void, handle: Handle<S>): Promise<SessionSnapshot<S>>;
  /**
   * Back to `idle`. A start whose outcome nobody knows stays `unsettled`.
   *
   * @throws AgoraError of kind `invalid-state` while something runs or is under way
   */
  readonly reset: () => void;
  /** The app has shown the error: `error` is null again. A session that has `failed` goes back to `idle`. */
  readonly clearError: () => void;
  /** Takes a notification of the service, or a snapshot of a session that watches the same run elsewhere. */
  receive(this: void, event: SessionNotification | SessionPush<S>): void;
  /** Whether `dispose()` would lose nothing: nothing runs, is held, under way, or in doubt without a storage that knows of it. */
  readonly isDisposable: () => boolean;
  /** Whether what runs was started by this session, and not found in storage, by `resume`, or in another tab. */
  readonly isOwn: () => boolean;
  /** Everything that another process needs to go on: `restore` takes it. Holds no request body, no key, no RTC or REST token. */
  readonly toJSON: () => object;
  /** Ends all watching. A start or stop that was sent goes on, and storage gets its outcome. */
  readonly dispose: () => void;
}

/** For the session's own kind of update. */
export interface SessionCore<S extends SessionService> extends Session<S> {
  /** Runs one after another: the service wants an answer before the next. */
  readonly change: (send: Send<S>, replaces?: string) => Promise<void>;
}
