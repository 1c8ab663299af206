import type { ClientWith } from "../../client/service-client.ts";
import type { SessionNotification } from "../../machine/notification.ts";
import type { RequestPriority } from "../../limiter/rate-limiter.ts";
import type { SessionSnapshot } from "../../machine/snapshot-types.ts";
import type { SessionSettings } from "../../machine/state.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import type { AcquireClientRequest } from "../../recording/types/acquire.ts";
import type { ClientRequest } from "../../recording/types/client-request.ts";
import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { KnownRecordingMode, RecordingMode } from "../../recording/types/mode.ts";
import type { StopClientRequest } from "../../recording/types/stop.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { OnError } from "../http/report.ts";

type Awaitable<Value> = Value | Promise<Value>;
type Client = ClientWith<"recording">;

/** What outlives the process: one text and one alarm for each recording. */
export interface SupervisorMemory {
  load(): Awaitable<string | null | undefined>;
  /** Resolves when it is safe: nothing is sent before. */
  save(text: string): Awaitable<unknown>;
  /** When `alarm()` is to be called, in ms since the epoch, whatever happens to this process; null: never. */
  setAlarm(at: number | null): Awaitable<unknown>;
}

export interface RecordingSupervisorOptions<Mode extends RecordingMode = KnownRecordingMode> {
  /** Made by `createAgoraClient` or `createRecording` with `auth`; or a function, which is told how urgent a request is. */
  client: Client | ((priority: RequestPriority) => Client);
  memory: SupervisorMemory;
  /** Makes start's `clientRequest`, with its secrets. Asked for every start; what it returns is never kept. */
  prepare: (target: RecordingSessionTarget) => Awaitable<ClientRequest<Mode>>;
  /** acquire's `clientRequest`; `scene: 1` is set for web pages. */
  acquire?: AcquireClientRequest | undefined;
  /** stop's `clientRequest`. Default: the answer waits for the upload. */
  stop?: StopClientRequest | undefined;
  settings?: Partial<SessionSettings> | undefined;
  /** Told every change, after it is safe. */
  onSnapshot?: ((snapshot: SessionSnapshot<"recording">) => unknown) | undefined;
  /** Told what `onSnapshot` and `setAlarm` throw. Default `console.error`. */
  onError?: OnError | undefined;
  clock?: Clock | undefined;
}

/** What shall be recorded. */
export interface RecordingOrder extends RecordingSessionTarget {
  /**
   * Starts again when it ends unasked or breaks down, with the two uids in turn: the service can still hold the one
   * before for the recorder that is lost. Default: it stays ended.
   */
  restart?: { readonly spareUid: string; readonly limit?: number | undefined } | undefined;
}

/** Looks after one recording, in as many processes after another as it takes. */
export interface RecordingSupervisor {
  /** Resolves when the service took it. Where it runs already, that is all there is to do. */
  start(order: RecordingOrder): Promise<SessionSnapshot<"recording">>;
  stop(): Promise<SessionSnapshot<"recording">>;
  /** Takes over what was started elsewhere. */
  resume(handle: RecordingHandle): Promise<SessionSnapshot<"recording">>;
  /** It is going to be stopped by somebody else: its end is no reason to start again. */
  letGo(): Promise<void>;
  /** Takes a notification of the service. */
  receive(notification: SessionNotification): Promise<void>;
  /** To be called at the time that `setAlarm` was given; resolves when everything that followed is done. */
  alarm(): Promise<void>;
  /** What there is to see; null where nothing was ever recorded. */
  snapshot(): Promise<SessionSnapshot<"recording"> | null>;
  /** Whether it runs, may run, or is to be started again. */
  isHeld(): Promise<boolean>;
}
