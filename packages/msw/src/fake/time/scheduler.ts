import { JobQueue, type Job } from "./queue.ts";
import { createSettle, createTripWait } from "./settle.ts";
import type { TimeSource } from "./source.ts";
import { createTrips, type Arrival, type SentRequest } from "./trips.ts";

/** The clock in the shape that clients take as an option. */
export interface FakeClock {
  /** The fake's time, in Unix ms. */
  now(): number;
  /** Runs when the fake's time has come that far. */
  setTimeout(run: () => void, ms: number): unknown;
  /** Takes a timer back. */
  clearTimeout(id: unknown): void;
  /** A client tells of what it waits for, such as a request under way: `advanceAsync` lets it end before the clock goes on. */
  during(work: Promise<unknown>, request?: SentRequest): void;
}

export interface Scheduler {
  now(): number;
  /** Whether the clock moves by itself. */
  readonly running: boolean;
  at(time: number, run: () => void, options?: { outside?: boolean }): Job;
  cancel(job: Job): void;
  /** Runs what has become due. To be called before anything reads the state. */
  catchUp(): void;
  advance(ms: number): void;
  advanceAsync(ms: number): Promise<void>;
  /** Says that code of the user ran, so that `advanceAsync` lets its promises go on. */
  touch(): void;
  /** `advanceAsync` waits for it; to be used for work that needs nothing of this clock. */
  during(work: Promise<unknown>): void;
  /** A request has come to the service. */
  arrive(request: SentRequest): Arrival;
  restart(): void;
  readonly clock: FakeClock;
}

const longestTimer = 2 ** 31 - 1;
/** A client that calls again at once, for ever, must not stop the clock. */
const mostRounds = 1000;

export function createScheduler(source: TimeSource): Scheduler {
  const queue = new JobQueue();
  const waitForTrips = createTripWait();
  const settle = createSettle();
  const trips = createTrips();
  /** The moment that is being played back; the clock shows it while its jobs run. */
  let playing: number | null = null;
  let touched = false;
  const works = new Set<Promise<unknown>>();
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const now = () => playing ?? source.read();

  /** Runs one job that is due; tells whether there was one. */
  function step(until: number): boolean {
    const job = queue.takeDue(until);
    if (!job) return false;
    playing = Math.max(playing ?? job.time, job.time);
    if (job.outside) touched = true;
    job.run();
    return true;
  }

  function playUntil(until: number): void {
    const outer = playing;
    try {
      while (step(until));
    } finally {
      playing = outer === null ? null : Math.max(outer, until);
      setAlarm();
    }
  }

  /** On a running clock a real timer waits for the next job, so that things happen without being asked for. */
  function setAlarm(): void {
    if (alarm !== undefined) clearTimeout(alarm);
    alarm = undefined;
    const delay = queue.head ? source.realDelay(queue.head.time) : null;
    if (delay === null) return;
    alarm = setTimeout(catchUp, Math.min(Math.ceil(delay), longestTimer));
    if (!queue.hasOutside) letProcessEnd(alarm);
  }

  function catchUp(): void {
    playUntil(now());
  }

  function at(time: number, run: () => void, options?: { outside?: boolean }): Job {
    const job: Job = { time, run, outside: options?.outside ?? false };
    queue.add(job);
    if (queue.head === job && playing === null) setAlarm();
    return job;
  }

  function cancel(job: Job): void {
    queue.remove(job);
  }

  /** Goes on as long as answers keep coming, for chains of calls without timers between them. */
  async function settleDown(): Promise<void> {
    for (let round = 0; round === 0 || ((touched || works.size > 0) && round < mostRounds); round += 1) {
      touched = false;
      await Promise.allSettled(works);
      await waitForTrips();
      await settle();
      if (await trips.end()) touched = true;
    }
  }

  return {
    now,
    running: source.realDelay(source.read()) !== null,
    at,
    cancel,
    catchUp,
    advance(ms) {
      const target = now() + Math.max(0, ms);
      catchUp();
      source.moveTo(target);
      playUntil(target);
    },
    async advanceAsync(ms) {
      const outer = playing;
      const target = now() + Math.max(0, ms);
      catchUp();
      playing = now();
      source.moveTo(target);
      try {
        await settleDown();
        for (;;) {
          touched = false;
          if (!step(target)) {
            if (playing === target) break;
            playing = target;
            touched = true;
          }
          if (touched) await settleDown();
        }
      } finally {
        playing = outer;
        setAlarm();
      }
    },
    touch() {
      touched = true;
    },
    during(work) {
      const forget = () => works.delete(work);
      works.add(work);
      work.then(forget, forget);
      touched = true;
    },
    arrive: (request) => trips.arrive(request),
    restart() {
      queue.clear();
      trips.clear();
      source.restart();
      playing = null;
      setAlarm();
    },
    clock: {
      now,
      setTimeout: (run, ms) => at(now() + Math.max(0, ms || 0), run, { outside: true }),
      clearTimeout: (id) => {
        if (isJob(id)) cancel(id);
      },
      during(work, request) {
        trips.begin(work, request);
        touched = true;
      },
    },
  };
}

function isJob(value: unknown): value is Job {
  return typeof value === "object" && value !== null && "run" in value && "time" in value;
}

/** Events of the service alone must not keep a Node process alive. */
function letProcessEnd(timer: unknown): void {
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function") {
    timer.unref();
  }
}
