import {
  basicAuth,
  createAgoraClient,
  createRecordingSession,
  type RecordingSession,
  type SessionLocks,
  type WakeSource,
} from "@agora-edge/core";
import type { FakeAgora } from "@agora-edge/msw/fake";
import type { SlowStorage } from "./slow-storage.ts";

interface Timer {
  readonly ms: number;
  job: unknown;
  /** Where it was set, to find out whose it is. */
  readonly origin: Error;
}

/** More timers than this in one moment are a loop. */
const mostAtOnce = 1000;

/** One page load: its clock, its network, its session. It can sleep, go offline, be hidden, and be killed. */
export class Page implements WakeSource {
  readonly session: RecordingSession<"mix">;
  /** What was asked of it and has not been answered. */
  readonly pending = new Set<string>();
  readonly timers = new Set<Timer>();
  /** Requests and accesses to the storage on their way: each has a time limit of its own. */
  requests = 0;
  offset: number;
  visible = true;
  online = true;
  /** Every request is refused on its way until then, by somebody between the page and the service, or by the service. */
  refused: { until: number; answer: () => Response } | null = null;
  #asleep = false;
  #dead = false;
  #late: (() => void)[] = [];
  #listeners = new Set<() => void>();
  #commands = 0;
  #moment = 0;
  #atOnce = 0;

  constructor(
    readonly fake: FakeAgora,
    readonly given: {
      storage: SlowStorage;
      /** To whom the locks belong that it holds. */
      owner: object;
      locks: SessionLocks;
      restore?: object;
      interval: number;
      offset: number;
      /** A stop leaves this page. */
      stopping: (sid: string) => void;
    },
  ) {
    this.offset = given.offset;
    const agora = createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: (input, init) => this.#fetch(input, init),
      clock: this.#clock(),
      random: () => 0,
    });
    this.session = createRecordingSession(agora, {
      cname: "room-1",
      uid: "900001",
      mode: "mix",
      clientRequest: () => ({
        storageConfig: { vendor: 1, region: 0, bucket: "b", accessKey: "access", secretKey: "secret" },
        recordingConfig: { channelType: 1 },
      }),
      storage: given.storage.of(this),
      locks: given.locks,
      monitor: { interval: given.interval },
      wake: this,
      ...(given.restore ? { restore: given.restore } : {}),
    });
    // Somebody looks, so that it follows the other tabs.
    this.session.subscribe(() => {});
  }

  get isAlive(): boolean {
    return !this.#dead;
  }

  get isAwake(): boolean {
    return !this.#asleep;
  }

  /** Runs a command of the session and remembers that somebody waits for it. */
  ask(name: string, command: () => Promise<unknown>): void {
    const id = `${name} ${++this.#commands}`;
    this.pending.add(id);
    const done = () => void this.pending.delete(id);
    command().then(done, done);
  }

  isVisible(): boolean {
    return this.visible;
  }

  isOnline(): boolean {
    return this.online;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  look(): void {
    if (this.#dead || this.#asleep) return;
    for (const listener of this.#listeners) listener();
  }

  sleep(): void {
    this.#asleep = true;
  }

  wakeUp(): void {
    this.#asleep = false;
    // The page hears of it before its timers are caught up with.
    this.look();
    for (const run of this.#late.splice(0)) run();
  }

  /** The tab is gone: nothing of it runs any more, nobody gets an answer. */
  kill(): void {
    this.#dead = true;
    this.pending.clear();
  }

  /** Runs `go` when the page can run anything: later when it sleeps, never when it is dead. */
  enter(go: () => void): void {
    if (this.#dead) return;
    if (this.#asleep) this.#late.push(() => this.enter(go));
    else go();
  }

  #clock() {
    return {
      now: () => this.fake.clock.now() + this.offset,
      setTimeout: (run: () => void, ms: number): Timer => {
        if (this.#moment !== this.fake.now()) this.#atOnce = 0;
        this.#moment = this.fake.now();
        if (this.#atOnce++ > mostAtOnce) throw new Error(`A timer of ${ms} ms is set again and again.`);
        const timer: Timer = { ms, job: undefined, origin: new Error(`a timer of ${ms} ms`) };
        timer.job = this.fake.clock.setTimeout(() => {
          this.enter(() => {
            if (this.timers.delete(timer)) run();
          });
        }, ms);
        this.timers.add(timer);
        return timer;
      },
      clearTimeout: (id: unknown) => {
        const timer = [...this.timers].find((one) => one === id);
        if (!timer) return;
        this.timers.delete(timer);
        this.fake.clock.clearTimeout(timer.job);
      },
    };
  }

  async #fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    if (this.#dead) return new Promise(() => {});
    if (!this.online) throw new TypeError("fetch failed");
    this.requests++;
    const sid = /\/sid\/([^/]+)\/mode\/\w+\/stop$/.exec(
      new URL(input instanceof Request ? input.url : input).pathname,
    )?.[1];
    if (sid !== undefined) this.given.stopping(sid);
    const outcome = await this.#send(input, init).then(
      (response) => () => response,
      (error: unknown) => () => {
        throw error;
      },
    );
    await new Promise<void>((resolve) => this.enter(resolve));
    this.requests--;
    return outcome();
  }

  async #send(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const { refused } = this;
    return refused && this.fake.now() < refused.until ? refused.answer() : this.fake.fetch(input, init);
  }
}
