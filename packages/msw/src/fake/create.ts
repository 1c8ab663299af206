import type { AgoraOperation } from "@agora-edge/core";
import { Channels } from "./channels.ts";
import { freshConditions, type Refusal, type UploadOutcome } from "./conditions.ts";
import { createConnection } from "./connection.ts";
import { breakDown, recover, type BreakDownCause } from "./stt/controls.ts";
import {
  createControls,
  type CdnControl,
  type ChannelControl,
  type HostControl,
  type PageControl,
} from "./controls.ts";
import type { FaultHandle, FaultOptions } from "./faults/faults.ts";
import type { JournalEntry } from "./http/journal.ts";
import { createIds } from "./ids.ts";
import { createNotifier, type NotificationListener } from "./notifications.ts";
import type { FakeAgoraOptions } from "./options.ts";
import { Pages } from "./pages.ts";
import { readSettings } from "./settings.ts";
import { captionSource, type CaptionSource } from "./stt/captions/source.ts";
import { SttWorld } from "./stt/stt-world.ts";
import { agentView, taskView, type SttAgentView, type SttTaskView } from "./stt/view.ts";
import { createScheduler, type FakeClock } from "./time/scheduler.ts";
import { manualTime, runningTime } from "./time/source.ts";
import { viewOf, type RecordingView } from "./view.ts";
import type { World } from "./world.ts";

/** Agora Cloud Recording and Real-Time STT in memory. */
export interface FakeAgora {
  readonly appId: string;
  readonly customerId: string;
  readonly customerSecret: string;
  /** Accepted values of `agora token="…"`; null: any. */
  restTokens: readonly string[] | null;
  /** Takes what the global fetch takes, for any host. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

  /** To be handed to a client, so that its timers follow the fake's time. */
  readonly clock: FakeClock;
  now(): number;
  /** Moves the clock: timers fire and events happen in the order of their time. */
  advance(ms: number): void;
  /** The same, with time for promises in between. */
  advanceAsync(ms: number): Promise<void>;

  channel(cname: string): ChannelControl;
  page(url: string): PageControl;
  cdn(url: string): CdnControl;
  host(host: string): HostControl;

  fail(operation: AgoraOperation | "*", fault: FaultOptions): FaultHandle;
  /** The recording server dies; another takes over after so many seconds (default 30), up to three times. */
  failover(sid: string, options?: { seconds?: number }): void;
  /** The server of a transcription agent dies; no captions until another takes over after so many seconds (10). */
  recover(agentId: string, options?: { seconds?: number }): void;
  /** A transcription fails for good: it loses the channel, or one of its engines. Default: rtc */
  breakDown(taskOrAgentId: string, cause?: BreakDownCause): void;
  /** What the RTC edge (token) and the storage (keys) refuse. Names that are left out stay as they are. */
  reject(refused: { token?: Refusal; accessKey?: Refusal; secretKey?: Refusal }): void;
  /**
   * How long the upload takes after a stop; a synchronous stop gives up after 20 s. `hold` makes the synchronous stop
   * wait that long on the fake's clock. Default: only on a clock that moves by itself, elsewhere nobody would move it.
   */
  uploadTime(ms: number, options?: { outcome?: UploadOutcome; hold?: boolean }): void;
  /** The service is, or is not, enabled for the App ID; `enable` also ends `suspend`. */
  disable(): void;
  enable(): void;
  /** The account is not active: acquire refuses. */
  suspend(): void;

  /** The last 1000 requests. */
  readonly requests: readonly JournalEntry[];
  /** How many there were. */
  readonly requestCount: number;
  readonly recordings: readonly RecordingView[];
  /** Transcriptions of the builder-token family, and the agents of v7; ended ones included. */
  readonly tasks: readonly SttTaskView[];
  readonly agents: readonly SttAgentView[];
  /** Speech and captions of a task, an agent, or a channel. */
  captions(taskOrAgentIdOrChannel: string): CaptionSource;
  onNotification(listener: NotificationListener): () => void;
  /** Back to the beginning: no recordings, transcriptions, users, faults or requests, the same ids and the same time. Listeners stay. */
  reset(): void;
}

export function createFakeAgora(options: FakeAgoraOptions = {}): FakeAgora {
  const settings = readSettings(options);
  const isManual = options.now === undefined && !options.speed;
  const scheduler = createScheduler(
    isManual
      ? manualTime(options.startAt)
      : runningTime(options.now ?? (() => Date.now()), options.speed || 1, options.startAt),
  );
  const world: World = {
    settings,
    scheduler,
    notifier: createNotifier(scheduler, () => world.ids),
    channels: new Channels(),
    pages: new Pages(),
    resources: new Map(),
    tasks: new Map(),
    stt: new SttWorld(),
    ids: createIds(settings.seed),
    conditions: freshConditions(!isManual),
  };
  const connection = createConnection(world, options.restTokens ?? null);
  const controls = createControls(world, connection.hosts);
  return {
    appId: settings.appId,
    customerId: settings.customerId,
    customerSecret: settings.customerSecret,
    get restTokens() {
      return connection.restTokens;
    },
    set restTokens(tokens) {
      connection.restTokens = tokens;
    },
    fetch: (input, init) => connection.fetch(input, init),
    clock: scheduler.clock,
    now: () => scheduler.now(),
    advance: (ms) => scheduler.advance(ms),
    advanceAsync: (ms) => scheduler.advanceAsync(ms),
    ...controls,
    recover: (agentId, recovery) => recover(world, agentId, recovery),
    breakDown: (id, cause) => breakDown(world, id, cause),
    fail: (operation, fault) => connection.faults.add(operation, fault),
    get requests() {
      return connection.journal.entries;
    },
    get requestCount() {
      return connection.journal.count;
    },
    get recordings() {
      scheduler.catchUp();
      return [...world.tasks.values()].map((task) => viewOf(task, scheduler.now()));
    },
    get tasks() {
      scheduler.catchUp();
      return [...world.stt.tasks.values()].map(taskView);
    },
    get agents() {
      scheduler.catchUp();
      return [...world.stt.agents.values()].map(agentView);
    },
    captions: (target) => captionSource(world, target),
    onNotification: (listener) => world.notifier.subscribe(listener),
    reset() {
      scheduler.restart();
      connection.clear();
      connection.restTokens = options.restTokens ?? null;
      world.channels.clear();
      world.pages.clear();
      world.resources.clear();
      world.tasks.clear();
      world.stt.clear();
      world.ids = createIds(settings.seed);
      world.conditions = freshConditions(!isManual);
    },
  };
}
