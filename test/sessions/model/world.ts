import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { Page } from "./page.ts";
import { SlowStorage } from "./slow-storage.ts";
import { refusals, type Step } from "./steps.ts";
import { TabLocks } from "./tab-locks.ts";

const interval = 120_000;
/** How long `recording` may be shown after it is gone, in ms of visible, online time: monitor, quota, and what faults add. */
const longestLie = interval + 90_000;
const leaseTime = 5 * 60_000;
/** How long the SDK waits for a storage, in ms. */
const storageTime = 10_000;
const slack = 1500;
const shortChunk = 10_000;

/** The service, an origin with its storage, and tabs. Looks after every step whether a promise was broken. */
export class World {
  readonly fake = createFakeAgora();
  readonly storage: SlowStorage;
  readonly locks = new TabLocks();
  readonly pages: Page[] = [];
  readonly abandoned: Page[] = [];
  active = 0;
  /** Visible, online ms since what a page shows as running has ended. */
  /** For how long a page has shown a recording that was over, and which. */
  #lies = new Map<Page, { sid: string | undefined; ms: number }>();
  /** When each lease was first seen. */
  readonly #leases = new Map<string, number>();
  /** Pages whose clock was set back, and leases that such a page has handed on. */
  readonly #setBack = new Set<Page>();
  readonly #ageless = new Set<string>();
  readonly #failovers = new Set<string>();
  /** Runs that some page has shown as recording. */
  readonly #shown = new Set<string>();
  /** Runs that were live, or being started, when somebody said stop. */
  readonly #told = new Set<string>();
  readonly #faults: { cancel(): void }[] = [];
  #delivery: { delay: number; copies: number } | null = null;
  #unasked: string | undefined;
  #hasFalse404 = false;
  #hurdles = 0;

  constructor(given: { storageDelay: number; maxIdle: boolean }) {
    this.storage = new SlowStorage(this.fake, given.storageDelay);
    if (!given.maxIdle) this.fake.channel("room-1").join("1001");
    this.pages.push(this.open(), this.open());
    this.fake.onNotification((notification) => this.#deliver(notification));
  }

  /** A page load; on the same machine the clock is the same. */
  open(restore?: object, offset = 0): Page {
    // A session can ask for a lock while its page is still being made.
    const owner = {};
    return new Page(this.fake, {
      storage: this.storage,
      owner,
      locks: this.locks.of(owner),
      interval,
      offset,
      stopping: (sid) => {
        const isLive = this.fake.recordings.some((recording) => recording.live && recording.sid === sid);
        const isAsked = [...this.pages, ...this.abandoned].some(({ pending }) =>
          [...pending].some((name) => name.startsWith("stop")),
        );
        if (isLive && this.#shown.has(sid) && !this.#told.has(sid) && !isAsked) this.#unasked ??= sid;
      },
      ...(restore ? { restore } : {}),
    });
  }

  get page(): Page {
    const page = this.pages[this.active];
    if (!page) throw new Error("There is no such tab.");
    return page;
  }

  replace(page: Page): void {
    this.pages[this.active] = page;
  }

  async run(step: Step): Promise<void> {
    await this.#act(step);
    await this.advance(0);
    this.check();
  }

  async #act(step: Step): Promise<void> {
    const { page, fake } = this;
    const { session } = page;
    switch (step.do) {
      case "stop":
        for (const { sid } of fake.recordings) this.#told.add(sid);
        return page.ask(step.do, session.stop);
      case "acquire":
      case "start":
      case "query":
      case "whenRunning":
        return page.ask(step.do, session[step.do]);
      case "reset":
        try {
          session.reset();
        } catch (error) {
          if (
            !session.getSnapshot().isActive &&
            !session.getSnapshot().isPending &&
            !session.getSnapshot().isRestoring
          ) {
            // The first moments of a start show nothing yet.
            if (session.getSnapshot().status !== "expired") throw error;
          }
        }
        return;
      case "wait":
        return this.advance(step.ms);
      case "join":
        return fake.channel("room-1").join("1001");
      case "leave":
        return fake.channel("room-1").leave("1001");
      case "hide":
      case "show":
        page.visible = step.do === "show";
        return page.look();
      case "offline":
      case "online":
        page.online = step.do === "online";
        return page.look();
      case "focus":
        return page.look();
      case "sleep":
        page.sleep();
        await this.advance(step.ms);
        return page.wakeUp();
      case "jump":
        page.offset += step.ms;
        if (step.ms < 0) this.#setBack.add(page);
        return;
      case "fault":
        // A gateway that says 404 right after a failover would make one that takes longer than it ever does.
        if (step.fault.code === 404 && this.#failovers.size > 0) return;
        this.#hasFalse404 ||= step.fault.code === 404;
        // A check that is refused while all is well comes again with the monitor, two minutes later.
        this.#hurdles += 2 * (step.fault.times ?? 1);
        this.#faults.push(fake.fail(step.operation, step.fault));
        return;
      case "refuse":
        this.#hurdles += Math.ceil(step.ms / 60_000);
        page.refused = { until: fake.now() + step.ms, answer: refusals[step.by] };
        return;
      case "failover": {
        const running = fake.recordings.find((recording) => recording.live);
        // A server that is lost while another one is lost would take longer than the documented time.
        if (!running || this.#hasFalse404 || this.#failovers.has(running.sid)) return;
        this.#failovers.add(running.sid);
        fake.failover(running.sid, { seconds: step.seconds });
        return;
      }
      case "deliver":
        this.#delivery = step.delay === null ? null : { delay: step.delay, copies: step.copies };
        return;
      case "full":
        this.storage.failing = 1;
        return;
      case "crash":
        page.kill();
        this.locks.died(page.given.owner);
        return this.replace(this.open(undefined, page.offset));
      case "dispose":
        session.dispose();
        this.abandoned.push(page);
        return this.replace(this.open(undefined, page.offset));
      case "revive": {
        const saved = session.toJSON();
        const { lease } = session.getSnapshot();
        // No clock outlives the page: the next one cannot know how old the lease is (docs/decisions/0030).
        if (lease && this.#setBack.has(page)) this.#ageless.add(lease.resourceId);
        page.kill();
        this.locks.died(page.given.owner);
        return this.replace(this.open(saved, page.offset));
      }
      case "tab":
        this.active = 1 - this.active;
    }
  }

  /** To every page, at the pace of the moment: a change of pace reorders what is on its way. */
  #deliver(notification: Parameters<Parameters<FakeAgora["onNotification"]>[0]>[0]): void {
    if (this.#delivery === null) return;
    const { delay, copies } = this.#delivery;
    for (let copy = 0; copy < copies; copy++) {
      this.fake.clock.setTimeout(
        () => {
          for (const page of this.pages) page.enter(() => page.session.receive(notification));
        },
        delay + copy * 7000,
      );
    }
  }

  async advance(ms: number): Promise<void> {
    const chunk = ms > longestLie ? 60_000 : shortChunk;
    for (let left = ms; left > 0; left -= chunk) {
      const part = Math.min(left, chunk);
      await this.fake.advanceAsync(part);
      this.#countLies(part);
      this.check();
    }
    if (ms === 0) await this.fake.advanceAsync(0);
  }

  #countLies(ms: number): void {
    const live = new Set(this.fake.recordings.filter((recording) => recording.live).map(({ sid }) => sid));
    for (const page of this.pages) {
      const { status, handle } = page.session.getSnapshot();
      const sid = handle?.sid;
      const before = this.#lies.get(page);
      // What was shown of one recording does not add to what is shown of the next.
      const lie = before?.sid === sid ? (before?.ms ?? 0) : 0;
      if (status !== "recording" || (sid !== undefined && live.has(sid))) this.#lies.set(page, { sid, ms: 0 });
      else if (page.visible && page.online && page.isAwake) this.#lies.set(page, { sid, ms: lie + ms });
    }
  }

  check(): void {
    const live = this.fake.recordings.filter((recording) => recording.live);
    if (live.length > 1) throw new Error(`${live.length} recordings are live at once.`);
    for (const { resourceId } of live) {
      if (!this.storage.text.includes(resourceId)) throw new Error("A live recording is in no storage.");
    }
    for (const page of this.pages) this.#checkPage(page);
    // The SDK stops what it was told to stop, and what it started and could never show.
    if (this.#unasked !== undefined) throw new Error(`${this.#unasked} was shown as recording, and stopped unasked.`);
    for (const page of this.abandoned) {
      // The last write may wait until another tab has written: its time limit is a timer without a request.
      const timers = [...page.timers].filter(({ ms }) => ms !== storageTime);
      if (timers.length > page.requests) {
        const [timer] = timers;
        const text = `${timers.length} timers of a disposed session for ${page.requests} requests.`;
        throw new Error(text, { cause: timer?.origin });
      }
    }
  }

  #checkPage(page: Page): void {
    const { status, handle, lease } = page.session.getSnapshot();
    if (status === "recording" && handle) this.#shown.add(handle.sid);
    const lie = this.#lies.get(page)?.ms ?? 0;
    // A check that fails costs some time: what was injected, at most a minute each.
    if (lie > longestLie + shortChunk + this.#hurdles * 60_000) {
      throw new Error(`"recording" is shown ${lie / 1000} s after the end.`);
    }
    if (lease && !this.#leases.has(lease.resourceId)) this.#leases.set(lease.resourceId, this.fake.now());
    if (status === "acquired" && lease && !this.#ageless.has(lease.resourceId) && page.visible && page.isAwake) {
      // By the time of the service: the clock of the page may be wrong.
      const age = this.fake.now() - (this.#leases.get(lease.resourceId) ?? 0);
      if (age > leaseTime + slack) throw new Error("A lease is shown after its end.");
    }
  }

  /** All is well again for some time: nobody may still be waiting, and the pages tell the truth. */
  async heal(): Promise<void> {
    for (const fault of this.#faults) fault.cancel();
    for (const page of this.pages) page.refused = null;
    for (let index = 0; index < this.pages.length; index++) {
      this.active = index;
      for (const step of ["online", "show"] as const) await this.run({ do: step });
    }
    await this.advance(15 * 60_000);
    const live = this.fake.recordings.filter((recording) => recording.live);
    for (const page of [...this.pages, ...this.abandoned]) {
      const waiting = [...page.pending].filter((name) => !name.startsWith("whenRunning"));
      if (waiting.length > 0) throw new Error(`Nobody answered: ${waiting.join(", ")}.`);
    }
    for (const page of this.pages) {
      const { status, handle, isPending } = page.session.getSnapshot();
      if (isPending) throw new Error(`Still ${status}.`);
      const runs = live.some(({ sid }) => sid === handle?.sid);
      if (status === "recording" && !runs) throw new Error("recording, and nothing records.");
      if (status === "stopped" && runs) throw new Error("stopped, and it records.");
    }
    for (const page of this.pages) page.session.dispose();
    await this.advance(2 * 60_000);
    for (const page of [...this.pages, ...this.abandoned]) {
      if (page.timers.size > 0) throw new Error(`${page.timers.size} timers are left of a disposed session.`);
      if (page.pending.size > 0) throw new Error(`Nobody answered after the end: ${[...page.pending].join(", ")}.`);
    }
  }
}
