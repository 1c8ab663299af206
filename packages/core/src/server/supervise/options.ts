import type { ClientWith } from "../../client/service-client.ts";
import type { SessionNotification } from "../../machine/notification.ts";
import type { SessionSnapshot } from "../../machine/snapshot-types.ts";
import type { SessionSettings } from "../../machine/state.ts";
import type { Handle, SessionService, Target } from "../../machine/types.ts";
import type { AcquireClientRequest } from "../../recording/types/acquire.ts";
import type { ClientRequest } from "../../recording/types/client-request.ts";
import type { KnownRecordingMode, RecordingMode } from "../../recording/types/mode.ts";
import type { StopClientRequest } from "../../recording/types/stop.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { SttJoinRequest } from "../../stt/types/join.ts";
import type { SttTaskRequest } from "../../stt/types/task-request.ts";
import type { OnError } from "../http/report.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** What outlives the process: one text and one alarm for each supervisor. */
export interface SupervisorStorage {
  /** The text that was saved last; null or undefined if there is none. */
  load(): Awaitable<string | null | undefined>;
  /** Resolves when it is safe: nothing is sent before. */
  save(text: string): Awaitable<unknown>;
  /** When `alarm()` is to be called, in ms since the epoch, whatever happens to this process; null: never. */
  setAlarm(at: number | null): Awaitable<unknown>;
}

/** Options that supervisors of all services have. */
export interface SharedSupervisorOptions<S extends SessionService> {
  service: S;
  /** Made with `auth`. Its rate limit is asked before each check; where many processes share one, it is theirs. */
  client: ClientWith<S>;
  /** Where the state is kept, and what calls `alarm`. */
  storage: SupervisorStorage;
  /** What the run does by itself. Default: as in a session. */
  settings?: Partial<SessionSettings> | undefined;
  /** Told every change, after it is safe. */
  onSnapshot?: ((snapshot: SessionSnapshot<S>) => unknown) | undefined;
  /** Told what `onSnapshot` and `setAlarm` throw. Default `console.error`. */
  onError?: OnError | undefined;
  clock?: Clock | undefined;
}

/** What differs between the services. */
interface ServiceOptions<Mode extends RecordingMode> {
  recording: {
    /** Makes start's `clientRequest`, with its secrets. Asked for every start; what it returns is never kept. */
    prepare: (target: Target<"recording">) => Awaitable<ClientRequest<Mode>>;
    /** acquire's `clientRequest`; `scene: 1` is set for web pages. */
    acquire?: AcquireClientRequest | undefined;
    /** stop's `clientRequest`. Default: the answer waits for the upload. */
    stop?: StopClientRequest | undefined;
  };
  sttAgents: {
    /** Makes what join is sent. Asked for every start; what it returns is never kept. */
    prepare: (target: Target<"sttAgents">) => Awaitable<SttJoinRequest>;
  };
  sttTasks: {
    /** Makes the body of start. Asked for every start; what it returns is never kept. */
    prepare: (target: Target<"sttTasks">) => Awaitable<SttTaskRequest>;
    /** Hours that the builder token lives after the start; see acquire. */
    resourceExpiredHour?: number | undefined;
  };
}

/** What a supervisor of this service needs. */
export type SupervisorOptions<
  S extends SessionService = SessionService,
  Mode extends RecordingMode = KnownRecordingMode,
> = SharedSupervisorOptions<S> & ServiceOptions<Mode>[S];

interface RestartOptions {
  /** So many starts in a row that come to nothing are the last. Default 10. */
  readonly limit?: number | undefined;
}

/** How each service is started again. */
export interface RestartOptionsOf {
  recording: RestartOptions & {
    /** Used in turn with the other uid: the service can still hold the one before for the recorder that is lost. */
    readonly spareUid: string;
  };
  sttAgents: RestartOptions;
  sttTasks: RestartOptions;
}

/** What shall run. */
export type SupervisorOrder<S extends SessionService = SessionService> = Target<S> & {
  /** Starts again when it ends unasked or breaks down. Default: it stays ended. */
  readonly restart?: RestartOptionsOf[S] | undefined;
};

/** Looks after one recording or transcription, in as many processes after another as it takes. */
export interface Supervisor<S extends SessionService = SessionService> {
  /** Resolves when the service took it. Where it runs already, that is all there is to do. */
  start(this: void, order: SupervisorOrder<S>): Promise<SessionSnapshot<S>>;
  /** Ends what runs, and resolves once the service has answered. Where nothing runs, there is nothing to do. */
  stop(this: void): Promise<SessionSnapshot<S>>;
  /** Takes over what was started elsewhere. */
  resume(this: void, handle: Handle<S>): Promise<SessionSnapshot<S>>;
  /** Another part of the app is going to stop it: its end is no reason to start again. */
  release(this: void): Promise<void>;
  /** Takes a notification of the service. */
  receive(this: void, notification: SessionNotification): Promise<void>;
  /** To be called at the time that `setAlarm` was given; resolves when everything that followed is done. */
  alarm(this: void): Promise<void>;
  /** What there is to see; null where nothing was ever started. */
  snapshot(this: void): Promise<SessionSnapshot<S> | null>;
  /** Whether it runs, may run, or is to be started again. */
  isHeld(this: void): Promise<boolean>;
}
