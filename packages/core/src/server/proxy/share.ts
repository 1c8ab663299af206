import type { Clock } from "../../runtime/clock.ts";
import { sleep } from "../../runtime/sleep.ts";

export interface ShareOptions {
  /** Calls of one subject that may be under way at the same time. */
  readonly limit: number;
  readonly clock: Clock;
}

export interface Share {
  /**
   * Waits until the subject has a place, and takes it. The result gives the place back. Undefined when too many wait
   * already, or no place becomes free in time. Rejects with the signal's reason when it aborts first.
   */
  enter(subject: string, signal: AbortSignal | undefined): Promise<(() => void) | undefined>;
}

/** Calls of one subject that may wait. */
const longestQueue = 50;

/** Milliseconds for which a call waits: a page hears of it before it gives up by itself. */
const longestWait = 30_000;

const pause = 50;

/** Milliseconds after which a call counts as dead: no client goes on for so long, and Workers can die without a word. */
const longestCall = 300_000;
const longestSilence = 5000;

interface Line {
  /** When each call under way counts as dead. */
  running: { readonly until: number }[];
  /** When each waiting call last looked, in the order in which they came. */
  waiting: { seen: number }[];
}

/**
 * Keeps one subject from using up what all share. The state is plain data that every call looks at by a timer of its own:
 * in Workers a request must not wait for another's promise.
 */
export function createShare({ limit, clock }: ShareOptions): Share {
  const lines = new Map<string, Line>();

  function lineOf(subject: string): Line {
    const now = clock.now();
    const line = lines.get(subject) ?? { running: [], waiting: [] };
    line.running = line.running.filter(({ until }) => until > now);
    line.waiting = line.waiting.filter(({ seen }) => seen > now - longestSilence);
    lines.set(subject, line);
    return line;
  }

  function leave(subject: string): void {
    const { running, waiting } = lineOf(subject);
    if (running.length + waiting.length === 0) lines.delete(subject);
  }

  function take(subject: string): () => void {
    const place = { until: clock.now() + longestCall };
    lineOf(subject).running.push(place);
    return () => {
      const line = lineOf(subject);
      line.running = line.running.filter((each) => each !== place);
      leave(subject);
    };
  }

  return {
    async enter(subject, signal) {
      const { running, waiting } = lineOf(subject);
      if (waiting.length === 0 && running.length < limit) return take(subject);
      if (waiting.length >= longestQueue) return undefined;
      const own = { seen: clock.now() };
      waiting.push(own);
      const end = clock.now() + longestWait;
      try {
        while (clock.now() < end) {
          await sleep(clock, pause, signal);
          own.seen = clock.now();
          const line = lineOf(subject);
          // It was taken for dead, because its timer came late.
          if (!line.waiting.includes(own)) line.waiting.push(own);
          if (line.waiting.indexOf(own) < limit - line.running.length) return take(subject);
        }
        return undefined;
      } finally {
        const line = lineOf(subject);
        line.waiting = line.waiting.filter((each) => each !== own);
        leave(subject);
      }
    },
  };
}
