import type { LocalRateLimiter } from "../priority-limiter.ts";
import type { PermitRequest } from "../rate-limiter.ts";

interface Event {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that jumps from one event to the next, and requests that wait by it. */
export function createSimulation() {
  const heap: Event[] = [];
  let now = 1_750_000_000_000;

  function at(time: number, run: () => void): void {
    const event = { at: time, run };
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.at <= time) break;
      heap[index] = above;
      heap[parent] = event;
      index = parent;
    }
  }

  function next(): Event | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = right && left && right.at < left.at ? right : left;
      if (child === undefined || child.at >= last.at) break;
      heap[index] = child;
      index = 2 * index + (child === right ? 2 : 1);
    }
    heap[index] = last;
    return first;
  }

  const clock = {
    now: () => now,
    setTimeout: (run: () => void, ms: number) => at(now + ms, run),
    clearTimeout: () => {},
  };

  /** Asks until it is decided; `done` is told whether there was a permit. */
  function wait(limiter: LocalRateLimiter, request: PermitRequest, done: (isGiven: boolean) => void): void {
    const delay = limiter.tryAcquire(request);
    if (delay === null || delay === 0) return done(delay === 0);
    at(now + delay, () => wait(limiter, request, done));
  }

  return {
    clock,
    wait,
    at,
    after: (ms: number, run: () => void) => at(now + ms, run),
    /** Lets so many ms pass. */
    run(ms: number): void {
      const end = now + ms;
      for (let [first] = heap; first && first.at <= end; [first] = heap) {
        next();
        now = Math.max(now, first.at);
        first.run();
      }
      now = end;
    },
  };
}
