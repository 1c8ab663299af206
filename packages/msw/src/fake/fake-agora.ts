import type { AgoraOperation } from "@agora-edge/core";
import type { Refused, UploadOutcome } from "./state/conditions.ts";
import type { CdnControl, ChannelControl, HostControl, PageControl } from "./controls.ts";
import type { DeliveryOptions } from "./state/delivery.ts";
import type { NotificationSender, NotificationTarget, SendOptions } from "./delivery/send.ts";
import type { FaultHandle, FaultOptions } from "./faults/faults.ts";
import type { JournalEntry } from "./http/journal.ts";
import type { NotificationListener } from "./state/notifier.ts";
import type { StartListener } from "./state/started.ts";
import type { CaptionSource } from "./stt/captions/source.ts";
import type { BreakDownCause } from "./stt/lifecycle/break-down.ts";
import type { SttAgentView, SttTaskView } from "./stt/view.ts";
import type { FakeClock } from "./time/scheduler.ts";
import type { RecordingView } from "./recording/view.ts";

/** Brings a situation about. A function that it returns takes it back. */
export type Scenario = (fake: FakeAgora) => unknown;

/** Agora Cloud Recording and Real-Time STT in memory. */
export interface FakeAgora {
  readonly appId: string;
  /** What clients sign in with. */
  readonly customerId: string;
  /** What clients sign in with. */
  readonly customerSecret: string;
  /** Accepted values of `agora token="…"`; null: any. */
  restTokens: readonly string[] | null;
  /** Takes what the global fetch takes, for any host. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

  /** To be handed to a client, so that its timers follow the fake's time. */
  readonly clock: FakeClock;
  /** The fake's time, in Unix ms. */
  now(): number;
  /** What moves time: `advance`, the fake timers of the test runner, or the real time. */
  readonly drivenBy: "advance" | "timers" | "real time";
  /** Moves the clock: timers fire and events happen in the order of their time. */
  advance(ms: number): void;
  /** The same, with time for promises in between. */
  advanceAsync(ms: number): Promise<void>;

  /** A channel, to let users join and leave. */
  channel(cname: string): ChannelControl;
  /** Those in which somebody is. */
  readonly channels: readonly ChannelControl[];
  /** A web page, to let it fail or be late. */
  page(url: string): PageControl;
  /** The address of a push, to take it down. */
  cdn(url: string): CdnControl;
  /** A host of Agora, to take it down. */
  host(host: string): HostControl;

  /** Brings situations about: some of `scenarios`, or of your own. What is returned takes them back, and so does `reset`. */
  use(...scenarios: readonly Scenario[]): () => void;
  /** The next requests of the operation meet this fault, as often as it says. */
  fail(operation: AgoraOperation | "*", fault: FaultOptions): FaultHandle;
  /** The recording server dies; another takes over after so many seconds (default 30), up to three times. */
  failover(sid: string, options?: { seconds?: number }): void;
  /** The recording server dies and nobody takes over: the recording is over without a word. */
  crash(sid: string): void;
  /** The server of a transcription agent dies; no captions until another takes over after so many seconds (10). */
  recover(agentId: string, options?: { seconds?: number }): void;
  /** A transcription fails for good: it loses the channel, or one of its engines. Default: rtc */
  breakDown(taskOrAgentId: string, cause?: BreakDownCause): void;
  /** Nobody in a channel sends anything. The returned function takes this back, and nothing else; so do those of the methods below. */
  silence(): () => void;
  /** What the RTC edge (token) and the storage (keys) refuse. Names that are left out stay as they are. */
  reject(refused: Refused): () => void;
  /**
   * How long the upload takes after a stop, `undefined` leaves that as it is; a synchronous stop gives up after 20 s. `hold` makes the synchronous stop
   * wait that long on the fake's clock. With the outcome `stranded` it is how long the files wait on the recording server
   * (ten minutes where no time is given): until then query says so, then event 31 comes. Default of `hold`: only on a clock that moves by itself, elsewhere nobody would move it.
   */
  uploadTime(ms: number | undefined, options?: { outcome?: UploadOutcome; hold?: boolean }): () => void;
  /** The service is, or is not, enabled for the App ID; `enable` also ends `suspend`. */
  disable(): () => void;
  /** Takes `disable` and `suspend` back. */
  enable(): void;
  /** The account is not active: acquire refuses. */
  suspend(): () => void;

  /** The last 1000 requests. */
  readonly requests: readonly JournalEntry[];
  /** How many there were. */
  readonly requestCount: number;
  /** Those of `requests` that are no operation of Agora. */
  readonly unexpectedRequests: readonly JournalEntry[];
  /** Channels, recordings, transcriptions, faults and the last requests as text, for a test that fails. */
  dump(): string;
  /** What runs and what has ended. */
  readonly recordings: readonly RecordingView[];
  /** Transcriptions of the builder-token family, and the agents of v7; ended ones included. */
  readonly tasks: readonly SttTaskView[];
  /** What runs and what has ended. */
  readonly agents: readonly SttAgentView[];
  /** Speech and captions of a task, an agent, or a channel. */
  captions(taskOrAgentIdOrChannel: string): CaptionSource;
  /** Called whenever a recording or a transcription is started. What is returned ends it. */
  onStart(listener: StartListener): () => void;
  /** The events of the service, unsigned. What is returned ends it. */
  onNotification(listener: NotificationListener, delivery?: DeliveryOptions): () => void;
  /** Sends them signed, as Agora would: to an address, or to a handler that answers with a Response. */
  sendNotificationsTo(target: NotificationTarget, options: SendOptions): NotificationSender;
  /**
   * How notifications travel from now on, wherever a listener does not say otherwise: lost, doubled, out of order. Comes on
   * top of what was said before; `{}` ends all of it. What is returned takes this one back.
   */
  deliverNotifications(delivery: DeliveryOptions): () => void;
  /** Back to the beginning: no recordings, transcriptions, users, faults or requests, the same ids and the same time. Listeners stay. */
  reset(): void;
}
